package io.shelfcast.model;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes maps, lists, text, int[] and float[] as UBJSON, byte for byte as xgboost does. */
final class UbjWriter {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  static byte[] write(Map<String, ?> object) {
    UbjWriter writer = new UbjWriter();
    try {
      writer.value(object);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return writer.bytes.toByteArray();
  }

  private void value(Object value) throws IOException {
    if (value instanceof Map) {
      object((Map<?, ?>) value);
    } else if (value instanceof List) {
      list((List<?>) value);
    } else if (value instanceof int[]) {
      wholes((int[]) value);
    } else if (value instanceof float[]) {
      floats((float[]) value);
    } else if (value instanceof Integer) {
      out.writeByte('l');
      out.writeInt((Integer) value);
    } else if (value instanceof String) {
      out.writeByte('S');
      text((String) value);
    } else {
      throw new IllegalArgumentException("no UBJSON for " + value);
    }
  }

  private void object(Map<?, ?> fields) throws IOException {
    out.writeByte('{');
    for (Map.Entry<?, ?> field : fields.entrySet()) {
      text((String) field.getKey());
      value(field.getValue());
    }
    out.writeByte('}');
  }

  private void list(List<?> elements) throws IOException {
    out.writeBytes("[#");
    count(elements.size());
    for (Object element : elements) {
      value(element);
    }
  }

  private void wholes(int[] wholes) throws IOException {
    out.writeBytes("[$l#");
    count(wholes.length);
    for (int whole : wholes) {
      out.writeInt(whole);
    }
  }

  private void floats(float[] floats) throws IOException {
    out.writeBytes("[$d#");
    count(floats.length);
    for (float f : floats) {
      out.writeFloat(f);
    }
  }

  private void text(String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    count(utf8.length);
    out.write(utf8);
  }

  private void count(long count) throws IOException {
    out.writeByte('L');
    out.writeLong(count);
  }
}
