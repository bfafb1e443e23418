package io.shelfcast.job.state;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;

/**
 * The one serializer for all of the job's own classes: carries a {@link Form} through Flink. It
 * reads what one version of the form wrote, and writes as the current one does.
 */
final class BinarySerializer<T> extends TypeSerializer<T> {
  private static final long serialVersionUID = 1;

  /* Forms hold lambdas and are not serialised; the name finds the form again on each worker. */
  private final String name;
  private final int readVersion;
  private transient Form<T> form;

  BinarySerializer(Form<T> form) {
    this(form, form.version());
  }

  /** Reads what a version of the form wrote. */
  BinarySerializer(Form<T> form, int readVersion) {
    this.name = form.name();
    this.readVersion = readVersion;
    this.form = form;
  }

  Form<T> form() {
    if (form == null) {
      form = Forms.named(name);
    }
    return form;
  }

  @Override
  public boolean isImmutableType() {
    return form().isImmutable();
  }

  @Override
  public TypeSerializer<T> duplicate() {
    return this;
  }

  @Override
  public T createInstance() {
    return null;
  }

  @Override
  public T copy(T from) {
    if (form().isImmutable()) {
      return from;
    }
    try {
      DataOutputSerializer out = new DataOutputSerializer(256);
      serialize(from, out);
      return form()
          .read(
              form().version(), new DataInputDeserializer(out.getSharedBuffer(), 0, out.length()));
    } catch (IOException e) {
      throw new IllegalStateException("a " + name + " does not survive its own form", e);
    }
  }

  @Override
  public T copy(T from, T reuse) {
    return copy(from);
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public void serialize(T value, DataOutputView target) throws IOException {
    form().write(value, target);
  }

  @Override
  public T deserialize(DataInputView source) throws IOException {
    return form().read(readVersion, source);
  }

  @Override
  public T deserialize(T reuse, DataInputView source) throws IOException {
    return deserialize(source);
  }

  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    serialize(deserialize(source), target);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BinarySerializer
        && name.equals(((BinarySerializer<?>) other).name)
        && readVersion == ((BinarySerializer<?>) other).readVersion;
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public TypeSerializerSnapshot<T> snapshotConfiguration() {
    return new BinarySnapshot<>(form());
  }
}
