package io.shelfcast.job.state;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How objects of one class are written between tasks and into state: an explicit binary form with a
 * name and a version, both of which a savepoint remembers.
 */
public final class Form<T> {
  /** Writes one object. */
  public interface Writer<T> {
    void write(T value, DataOutput out) throws IOException;
  }

  /** Reads what the writer wrote. */
  public interface Reader<T> {
    T read(DataInput in) throws IOException;
  }

  private final String name;
  private final int version;
  private final Class<T> type;
  private final boolean immutable;
  private final Writer<T> writer;
  private final Reader<T> reader;

  private Form(
      String name,
      int version,
      Class<T> type,
      boolean immutable,
      Writer<T> writer,
      Reader<T> reader) {
    this.name = name;
    this.version = version;
    this.type = type;
    this.immutable = immutable;
    this.writer = writer;
    this.reader = reader;
  }

  /** The form of a class whose objects never change, so that they are shared and not copied. */
  static <T> Form<T> immutable(
      String name, int version, Class<T> type, Writer<T> writer, Reader<T> reader) {
    return new Form<>(name, version, type, true, writer, reader);
  }

  /** The form of a class whose objects change, so that state keeps copies of its own. */
  static <T> Form<T> mutable(
      String name, int version, Class<T> type, Writer<T> writer, Reader<T> reader) {
    return new Form<>(name, version, type, false, writer, reader);
  }

  String name() {
    return name;
  }

  int version() {
    return version;
  }

  Class<T> type() {
    return type;
  }

  boolean isImmutable() {
    return immutable;
  }

  void write(T value, DataOutput out) throws IOException {
    writer.write(value, out);
  }

  T read(DataInput in) throws IOException {
    return reader.read(in);
  }
}
