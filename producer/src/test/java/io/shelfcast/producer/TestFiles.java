package io.shelfcast.producer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Writes small CSV files for tests. */
public final class TestFiles {
  private TestFiles() {}

  /** Writes the lines, compressed where the name ends in .gz. */
  public static Path write(Path folder, String name, String... lines) throws IOException {
    Path file = folder.resolve(name);
    byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    OutputStream plain = Files.newOutputStream(file);
    try (OutputStream out = name.endsWith(".gz") ? new GZIPOutputStream(plain) : plain) {
      out.write(text);
    }
    return file;
  }
}
