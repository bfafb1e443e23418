package io.shelfcast.job.state;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * What a savepoint remembers of a {@link Form}: its name and version. State of another version is
 * refused rather than misread; a rebuild from the lake is the way across.
 */
public final class BinarySnapshot<T> implements TypeSerializerSnapshot<T> {
  private String name;
  private int version;

  /** For Flink, which then reads into it. */
  public BinarySnapshot() {}

  BinarySnapshot(Form<T> form) {
    name = form.name();
    version = form.version();
  }

  @Override
  public int getCurrentVersion() {
    return 1;
  }

  @Override
  public void writeSnapshot(DataOutputView out) throws IOException {
    out.writeUTF(name);
    out.writeInt(version);
  }

  @Override
  public void readSnapshot(int readVersion, DataInputView in, ClassLoader loader)
      throws IOException {
    name = in.readUTF();
    version = in.readInt();
  }

  @Override
  public TypeSerializer<T> restoreSerializer() {
    return new BinarySerializer<>(Forms.named(name));
  }

  @Override
  public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(
      TypeSerializerSnapshot<T> old) {
    boolean same =
        old instanceof BinarySnapshot
            && ((BinarySnapshot<T>) old).name.equals(name)
            && ((BinarySnapshot<T>) old).version == version;
    return same
        ? TypeSerializerSchemaCompatibility.compatibleAsIs()
        : TypeSerializerSchemaCompatibility.incompatible();
  }
}
