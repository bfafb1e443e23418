package io.shelfcast.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads UBJSON as far as xgboost writes it: objects, counted arrays, text, floats, whole numbers of
 * up to 32 bits.
 *
 * <p>Any bytes whatever end in a value or a {@link RefusedBundle}. Memory stays within a small
 * multiple of the input, since every count is checked against the bytes that are left.
 */
final class Ubj {
  private static final int DEEPEST = 16;

  private final ByteBuffer in;
  private int depth;

  private Ubj(byte[] bytes) {
    this.in = ByteBuffer.wrap(bytes);
  }

  /** The object that fills all of these bytes. */
  static UbjObject read(byte[] bytes) throws RefusedBundle {
    Ubj ubj = new Ubj(bytes);
    if (ubj.marker() != '{') {
      throw ubj.refused("is not UBJSON");
    }
    UbjObject object = ubj.object();
    if (ubj.in.hasRemaining()) {
      throw ubj.refused("goes on after its end");
    }
    return object;
  }

  private Object value() throws RefusedBundle {
    char marker = marker();
    switch (marker) {
      case '{':
        return object();
      case '[':
        return array();
      case 'S':
        return text();
      case 'd':
        return need(Float.BYTES).getFloat();
      case 'T':
        return true;
      case 'F':
        return false;
      default:
        return whole(marker);
    }
  }

  private UbjObject object() throws RefusedBundle {
    deeper();
    Map<String, Object> fields = new LinkedHashMap<>();
    while (need(1).get(in.position()) != '}') {
      if (fields.put(text(), value()) != null) {
        throw refused("names a field twice");
      }
    }
    in.get();
    depth--;
    return new UbjObject("", fields);
  }

  private Object array() throws RefusedBundle {
    char marker = marker();
    if (marker != '$') {
      expectCount(marker);
      return list(count());
    }
    char type = marker();
    expectCount(marker());
    int count = count();
    return type == 'd' ? floats(count) : wholes(type, count);
  }

  private List<Object> list(int count) throws RefusedBundle {
    deeper();
    need(count);
    List<Object> list = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      list.add(value());
    }
    depth--;
    return list;
  }

  private float[] floats(int count) throws RefusedBundle {
    need((long) count * Float.BYTES);
    float[] floats = new float[count];
    in.asFloatBuffer().get(floats);
    in.position(in.position() + count * Float.BYTES);
    return floats;
  }

  private int[] wholes(char type, int count) throws RefusedBundle {
    need(count);
    int[] wholes = new int[count];
    for (int i = 0; i < count; i++) {
      wholes[i] = whole(type);
    }
    return wholes;
  }

  private String text() throws RefusedBundle {
    int count = count();
    need(count);
    byte[] utf8 = new byte[count];
    in.get(utf8);
    return new String(utf8, StandardCharsets.UTF_8);
  }

  private int count() throws RefusedBundle {
    int count = whole(marker());
    if (count < 0) {
      throw refused("has a negative count");
    }
    return count;
  }

  private void expectCount(char marker) throws RefusedBundle {
    if (marker != '#') {
      throw refused("has an array without a count");
    }
  }

  private int whole(char type) throws RefusedBundle {
    switch (type) {
      case 'i':
        return need(1).get();
      case 'U':
        return need(1).get() & 0xff;
      case 'I':
        return need(Short.BYTES).getShort();
      case 'l':
        return need(Integer.BYTES).getInt();
      case 'L':
        long wide = need(Long.BYTES).getLong();
        if (wide != (int) wide) {
          throw refused("has a number beyond 32 bits");
        }
        return (int) wide;
      default:
        throw refused("has an unknown type");
    }
  }

  private char marker() throws RefusedBundle {
    return (char) (need(1).get() & 0xff);
  }

  private void deeper() throws RefusedBundle {
    if (++depth > DEEPEST) {
      throw refused("is nested too deep");
    }
  }

  private ByteBuffer need(long bytes) throws RefusedBundle {
    if (in.remaining() < bytes) {
      throw refused("ends too early");
    }
    return in;
  }

  private RefusedBundle refused(String what) {
    return new RefusedBundle("The model file " + what + ", at byte " + in.position() + ".");
  }
}
