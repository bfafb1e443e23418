package io.shelfcast.job.state;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * What a savepoint remembers of a {@link Form}: its name and version. State of a version that the
 * form reads is taken over and written anew; any other is refused rather than misread, and a
 * rebuild from the lake is the way across.
 */
public final class BinarySnapshot<T> implements TypeSerializerSnapshot<T> {
  private String name;
  private int version;
  private Form<T> form;

  /** For Flink, which then reads into it. */
  public BinarySnapshot() {}

  BinarySnapshot(Form<T> form) {
    name = form.name();
    version = form.version();
    this.form = form;
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
    return new BinarySerializer<>(form(), version);
  }

  @Override
  public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(
      TypeSerializerSnapshot<T> old) {
    if (!(old instanceof BinarySnapshot) || !((BinarySnapshot<T>) old).name.equals(name)) {
      return TypeSerializerSchemaCompatibility.incompatible();
    }
    int written = ((BinarySnapshot<T>) old).version;
    if (written == version) {
      return TypeSerializerSchemaCompatibility.compatibleAsIs();
    }
    return form().reads(written)
        ? TypeSerializerSchemaCompatibility.compatibleAfterMigration()
        : TypeSerializerSchemaCompatibility.incompatible();
  }

  private Form<T> form() {
    if (form == null) {
      form = Forms.named(name);
    }
    return form;
  }
}
