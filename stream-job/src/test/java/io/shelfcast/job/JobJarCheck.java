package io.shelfcast.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

/** What the managed runtime will ask of the job's jar; runs after the jar is built. */
class JobJarCheck {
  private static final Path JAR = Path.of(System.getProperty("job.jar"));
  private static final int JAVA_11 = 55;

  @Test
  void noClassIsNewerThanJava11() throws IOException {
    List<String> newer = new ArrayList<>();
    try (JarFile jar = new JarFile(JAR.toFile())) {
      for (JarEntry entry : entries(jar, name -> name.endsWith(".class"))) {
        if (!entry.getName().startsWith("META-INF/versions/") && version(jar, entry) > JAVA_11) {
          newer.add(entry.getName());
        }
      }
    }
    assertEquals(List.of(), newer);
  }

  @Test
  void itIsSmallerThanTheRuntimeAdvises() throws IOException {
    long bytes = Files.size(JAR);
    assertTrue(bytes < 100_000_000, bytes + " bytes");
  }

  @Test
  void itHoldsNothingThatTheRuntimeBringsNorTheNativeProducer() throws IOException {
    List<String> unwanted =
        List.of(
            "org/apache/flink/core/",
            "org/apache/flink/runtime/",
            "org/apache/flink/streaming/api/",
            "org/apache/flink/connector/base/",
            "org/apache/flink/connector/file/",
            "org/slf4j/",
            "org/apache/logging/",
            "amazon-kinesis-producer-native-binaries/");
    try (JarFile jar = new JarFile(JAR.toFile())) {
      for (String folder : unwanted) {
        assertEquals(List.of(), entries(jar, name -> name.startsWith(folder)), folder);
      }
      assertEquals(
          "io.shelfcast.job.DemandForecastJob",
          jar.getManifest().getMainAttributes().getValue("Main-Class"));
    }
  }

  @Test
  void itWritesAndReadsTheLakeWithoutAnyOtherLibrary(@TempDir Path lake) throws Exception {
    URL[] path = {JAR.toUri().toURL(), home(JarSmoke.class), home(Logger.class)};
    ClassLoader platform = ClassLoader.getPlatformClassLoader();
    try (URLClassLoader loader = new URLClassLoader(path, platform)) {
      Class<?> smoke = loader.loadClass(JarSmoke.class.getName());
      assertFalse(smoke.equals(JarSmoke.class), "loaded from the jar alone");
      assertEquals(1, smoke.getMethod("writeAndRead", Path.class).invoke(null, lake));
    }
  }

  private static URL home(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }

  private static List<JarEntry> entries(JarFile jar, Predicate<String> name) {
    return jar.stream()
        .filter(entry -> !entry.isDirectory() && name.test(entry.getName()))
        .collect(Collectors.toList());
  }

  private static int version(JarFile jar, JarEntry entry) throws IOException {
    try (DataInputStream in = new DataInputStream(jar.getInputStream(entry))) {
      in.readInt();
      in.readUnsignedShort();
      return in.readUnsignedShort();
    }
  }
}
