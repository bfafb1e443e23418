package io.shelfcast.job.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.job.Announcement;
import io.shelfcast.job.model.BundleStore;
import io.shelfcast.model.TestBundles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscoverBundlesTest {
  @TempDir private Path lake;

  private DiscoverBundles function;
  private OneInputStreamOperatorTestHarness<Long, Announcement> operator;

  @BeforeEach
  void open() throws Exception {
    operator = harness(OptionalLong.empty());
    operator.open();
  }

  @AfterEach
  void close() throws Exception {
    operator.close();
  }

  @Test
  void anEmptyLakeIsNoTrouble() throws Exception {
    assertEquals(List.of(), check());
  }

  @Test
  void theNewestGoodBundleIsAnnouncedAtEachCheck() throws Exception {
    write(1);
    write(3);
    write(2);
    assertEquals(List.of(3L), check());
    assertEquals(List.of(3L), check());
    write(4);
    assertEquals(List.of(4L), check());
  }

  @Test
  void aBadBundleIsRefusedOnceAndTheGoodOneStays() throws Exception {
    write(1);
    check();
    Path bad = write(2);
    Files.writeString(bad.resolve("model.ubj"), "not a model", StandardCharsets.UTF_8);
    assertEquals(List.of(1L), check());
    assertEquals(List.of(1L), check());
    assertEquals(1, function.refusals());
  }

  @Test
  void aRefusedBundleThatIsMendedIsLookedAtAgain() throws Exception {
    Path bad = write(2);
    Files.writeString(bad.resolve("manifest.json"), "{}", StandardCharsets.UTF_8);
    assertEquals(List.of(), check());
    write(2);
    assertEquals(List.of(2L), check());
  }

  @Test
  void aFolderWithoutItsManifestIsNotComplete() throws Exception {
    Files.delete(write(1).resolve("manifest.json"));
    assertEquals(List.of(), check());
    assertEquals(0, function.refusals());
  }

  @Test
  void aPinnedBundleIsTheOnlyOne() throws Exception {
    operator.close();
    operator = harness(OptionalLong.of(2));
    operator.open();
    write(1);
    write(3);
    assertEquals(List.of(), check());
    write(2);
    assertEquals(List.of(2L), check());
  }

  @Test
  void afterARestartTheBundleInUseIsStillKnown() throws Exception {
    write(1);
    check();
    OperatorSubtaskState checkpoint = operator.snapshot(1, 1);
    operator.close();
    operator = harness(OptionalLong.empty());
    operator.initializeState(checkpoint);
    operator.open();
    assertEquals(List.of(1L), check());
  }

  @Test
  void aLakeThatCannotBeReadIsAskedAgain() throws Exception {
    Path models = lake.resolve("models");
    Files.createDirectories(models);
    Path folder = Files.createDirectories(models.resolve("0000005"));
    Files.createDirectories(folder.resolve("manifest.json"));
    assertEquals(List.of(), check());
    Files.delete(folder.resolve("manifest.json"));
    Files.delete(folder);
    write(6);
    assertEquals(List.of(6L), check());
    assertTrue(function.refusals() == 0);
  }

  private Path write(long sequence) throws Exception {
    return TestBundles.bundle(sequence, 1f).writeTo(lake.resolve("models"));
  }

  private OneInputStreamOperatorTestHarness<Long, Announcement> harness(OptionalLong pinned)
      throws Exception {
    function = new DiscoverBundles(new BundleStore(lake.toUri()), pinned);
    return new OneInputStreamOperatorTestHarness<>(new ProcessOperator<>(function));
  }

  /** Sequences announced at one check. */
  private List<Long> check() throws Exception {
    operator.getOutput().clear();
    operator.processElement(1L, 0);
    List<Long> announced = new ArrayList<>();
    for (Announcement announcement : operator.extractOutputValues()) {
      announced.add(announcement.bundle().sequence());
    }
    return announced;
  }
}
