package io.shelfcast.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How another JVM of ours is started: same Java, same class path, same switches. */
final class Jvm {
  private Jvm() {}

  /**
   * @param heap as in -Xmx
   * @param log where the logging framework writes
   */
  static List<String> command(String heap, Path log, Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + Home.emulators().resolve("jvm.options"));
    command.add("-Xmx" + heap);
    command.add("-Dshelfcast.home=" + Home.folder());
    command.add("-Dshelfcast.log=" + log);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return command;
  }
}
