package io.shelfcast.feature;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Names and order of the features; its hash ties a model to the code that computes its input. */
public final class FeatureSchema {
  /** Rows of one forecast: the remainder of the open day, then the 30 days after it. */
  public static final int ROWS = 31;

  /** To be raised when a feature keeps its name and changes its meaning. */
  private static final int REVISION = 1;

  private static final List<String> NAMES = names(Feature.values());
  private static final String HASH = sha256(REVISION + ":" + String.join(",", NAMES));

  private FeatureSchema() {}

  /** Number of features in a row. */
  public static int count() {
    return NAMES.size();
  }

  /** Names in column order. */
  public static List<String> names() {
    return NAMES;
  }

  /** SHA-256 over revision and names in order, in hex. */
  public static String hash() {
    return HASH;
  }

  private static List<String> names(Feature[] features) {
    List<String> names = new ArrayList<>();
    for (Feature feature : features) {
      names.add(feature.name().toLowerCase(java.util.Locale.ROOT));
    }
    return Collections.unmodifiableList(names);
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      StringBuilder hex = new StringBuilder();
      for (byte b : digest.digest(text.getBytes(StandardCharsets.UTF_8))) {
        hex.append(String.format("%02x", b));
      }
      return hex.toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
