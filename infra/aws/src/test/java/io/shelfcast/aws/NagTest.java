package io.shelfcast.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.sns.Topic;

class NagTest {
  @TempDir Path folder;

  @Test
  void nothingIsFoundThatIsNotExplained() throws Exception {
    Synthesised.STACKS.app().synth();

    assertEquals(List.of(), Findings.in(Synthesised.OUT));
  }

  @Test
  void aTopicWithoutTlsIsFound() throws Exception {
    App app = Synthesis.app(folder);
    Topic.Builder.create(new Stack(app, "Open"), "Topic").build();
    ShelfcastApp.check(app);
    app.synth();

    assertTrue(Findings.in(folder).toString().contains("AwsSolutions-SNS3"));
  }
}
