package io.shelfcast.job.state;

import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/** Tells Flink that a class is written by its {@link Form}, so that nothing is left to Kryo. */
public final class BinaryType<T> extends TypeInformation<T> {
  private static final long serialVersionUID = 1;

  private final BinarySerializer<T> serializer;

  /** The type whose objects are written by the form. */
  public static <T> BinaryType<T> of(Form<T> form) {
    return new BinaryType<>(new BinarySerializer<>(form));
  }

  private BinaryType(BinarySerializer<T> serializer) {
    this.serializer = serializer;
  }

  @Override
  public boolean isBasicType() {
    return false;
  }

  @Override
  public boolean isTupleType() {
    return false;
  }

  @Override
  public int getArity() {
    return 1;
  }

  @Override
  public int getTotalFields() {
    return 1;
  }

  @Override
  public Class<T> getTypeClass() {
    return serializer.form().type();
  }

  @Override
  public boolean isKeyType() {
    return serializer.isImmutableType();
  }

  @Override
  public TypeSerializer<T> createSerializer(SerializerConfig config) {
    return serializer;
  }

  /** What Flink 1.20 asks for beside the other, and Flink 2 does not know. */
  @Deprecated
  public TypeSerializer<T> createSerializer(ExecutionConfig config) {
    return serializer;
  }

  @Override
  public String toString() {
    return "BinaryType(" + getTypeClass().getSimpleName() + ")";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BinaryType && serializer.equals(((BinaryType<?>) other).serializer);
  }

  @Override
  public int hashCode() {
    return serializer.hashCode();
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof BinaryType;
  }
}
