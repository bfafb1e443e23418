package io.shelfcast.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/events.md says what the code does. */
class EventDocumentationTest {
  private static final Path DOCUMENT = Path.of("../docs/events.md");

  @Test
  void theTableOfFieldsIsTheOneInTheCode() throws IOException {
    requireText(EventDocumentation.fields());
  }

  @Test
  void theTableOfLimitsIsTheOneInTheCode() throws IOException {
    requireText(EventDocumentation.limits());
  }

  @Test
  void eachTypeOnTheWireHasAnExampleThatIsWrittenExactlySo() throws IOException, RefusedEvent {
    List<String> examples =
        Files.readAllLines(DOCUMENT).stream()
            .filter(line -> line.startsWith("{"))
            .collect(Collectors.toList());
    Set<EventType> shown = EnumSet.noneOf(EventType.class);
    for (String example : examples) {
      Event event = EventCodec.decode(example.getBytes(StandardCharsets.UTF_8));
      assertEquals(example, new String(EventCodec.encode(event), StandardCharsets.UTF_8));
      shown.add(event.type());
    }
    assertEquals(EnumSet.complementOf(EnumSet.of(EventType.DAY)), shown);
  }

  private static void requireText(String table) throws IOException {
    String document = Files.readString(DOCUMENT);
    assertTrue(document.contains(table), "docs/events.md must contain:\n" + table);
  }
}
