package io.shelfcast.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommandLineTest {
  private static final String SIZES = Synthesised.MODULE.resolve("sizes.json").toString();

  @TempDir Path folder;
  private final StringWriter errors = new StringWriter();

  @Test
  void synthWritesTheTemplatesWithoutAnAccount() {
    assertEquals(0, run("synth", "--sizes", SIZES, "--out", folder.toString()), errors::toString);

    assertTrue(Files.exists(folder.resolve("ShelfcastData.template.json")));
    assertTrue(Files.exists(folder.resolve("ShelfcastApplication.template.json")));
    assertTrue(Files.exists(folder.resolve("ShelfcastAnalysts.template.json")));
  }

  @Test
  void whatIsWrongWithTheSizesIsOneSentence() {
    assertEquals(1, run("synth", "--sizes", "none.json"));

    assertEquals("synth: none.json cannot be read: none.json.", errors.toString().trim());
  }

  @Test
  void thePinnedCommandLineOfTheCdkReadsWhatIsSynthesised() {
    Synthesised.STACKS.app().synth();
    NodePackages packages = new NodePackages(Synthesised.MODULE);
    packages.install();
    List<String> list = new ArrayList<>(packages.cdk());
    list.addAll(List.of("list", "--no-notices", "--app", Synthesised.OUT.toString()));

    assertEquals(
        List.of("ShelfcastData", "ShelfcastApplication", "ShelfcastAnalysts"),
        new Commands(folder).output(list).lines().toList());
  }

  private int run(String... arguments) {
    CommandLine line = ShelfcastOnAws.commandLine();
    line.setErr(new PrintWriter(errors, true));
    line.setOut(new PrintWriter(new StringWriter()));
    return line.execute(arguments);
  }
}
