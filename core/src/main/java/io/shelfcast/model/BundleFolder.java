package io.shelfcast.model;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/** How a bundle lies in the lake: a folder named by its sequence that holds two files. */
public final class BundleFolder {
  /** The lake's folder that all of them lie in. */
  public static final String ALL = "models";

  /** Written last: a folder without it is not complete. */
  public static final String MANIFEST = "manifest.json";

  public static final String MODEL = "model.ubj";

  static final long LAST_SEQUENCE = 9_999_999;

  private static final Pattern NAME = Pattern.compile("[0-9]{7}");

  private BundleFolder() {}

  /** Seven digits, so that names sort as sequences do. */
  public static String name(long sequence) {
    if (sequence < 1 || sequence > LAST_SEQUENCE) {
      throw new IllegalArgumentException("no bundle can have the sequence " + sequence);
    }
    return String.format("%07d", sequence);
  }

  /** Where the bundle of a sequence lies, from the lake's root. */
  public static String path(long sequence) {
    return ALL + "/" + name(sequence);
  }

  /**
   * The sequence of the bundle beside which a file lies.
   *
   * @param path of the file, from the lake's root
   * @param name that the file must have; empty if it has another
   */
  public static OptionalLong sequenceBeside(String path, String name) {
    return path.endsWith("/" + name) ? sequence(path.split("/")[1]) : OptionalLong.empty();
  }

  /** The sequence that a folder's name stands for; empty if it is no bundle's name. */
  public static OptionalLong sequence(String name) {
    boolean named = NAME.matcher(name).matches() && !name.equals("0000000");
    return named ? OptionalLong.of(Long.parseLong(name)) : OptionalLong.empty();
  }
}
