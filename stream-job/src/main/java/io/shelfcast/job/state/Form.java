package io.shelfcast.job.state;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * How objects of one class are written between tasks and into state: an explicit binary form with a
 * name and a version, both of which a savepoint remembers. It may also read what earlier versions
 * wrote.
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
  private final Map<Integer, Reader<T>> readers;

  private Form(
      String name,
      int version,
      Class<T> type,
      boolean immutable,
      Writer<T> writer,
      Map<Integer, Reader<T>> readers) {
    this.name = name;
    this.version = version;
    this.type = type;
    this.immutable = immutable;
    this.writer = writer;
    this.readers = readers;
  }

  /** The form of a class whose objects never change, so that they are shared and not copied. */
  static <T> Form<T> immutable(
      String name, int version, Class<T> type, Writer<T> writer, Reader<T> reader) {
    return new Form<>(name, version, type, true, writer, Map.of(version, reader));
  }

  /** The form of a class whose objects change, so that state keeps copies of its own. */
  static <T> Form<T> mutable(
      String name, int version, Class<T> type, Writer<T> writer, Reader<T> reader) {
    return new Form<>(name, version, type, false, writer, Map.of(version, reader));
  }

  /**
   * The same form, which also reads what an earlier version of it wrote. Keys, of maps too, are
   * found by their bytes and can have no earlier version.
   */
  Form<T> alsoReading(int earlier, Reader<T> reader) {
    Map<Integer, Reader<T>> more = new TreeMap<>(readers);
    more.put(earlier, reader);
    return new Form<>(name, version, type, immutable, writer, more);
  }

  boolean reads(int someVersion) {
    return readers.containsKey(someVersion);
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

  T read(int writtenBy, DataInput in) throws IOException {
    Reader<T> reader = readers.get(writtenBy);
    if (reader == null) {
      throw new IOException(
          "State \"" + name + "\" is of version " + writtenBy + ", which this job cannot read.");
    }
    return reader.read(in);
  }
}
