package io.shelfcast.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MonthlyBillTest {
  private static final Path DOCS = Synthesised.MODULE.resolve("../../docs/cost.md");

  @Test
  void theTableOfCostsFollowsFromItsAssumptionsAndThePricesInSizes() throws IOException {
    String computed =
        Stream.of(
                row("10 thousand", 1e4, "10 thousand", 1e4),
                row("10 thousand", 1e4, "100 thousand", 1e5),
                row("1 million", 1e6, "1 million", 1e6),
                row("1 million", 1e6, "10 million", 1e7),
                row("100 million", 1e8, "100 million", 1e8),
                row("100 million", 1e8, "1 billion", 1e9))
            .collect(Collectors.joining("\n"));
    String documented =
        Files.readString(DOCS)
            .lines()
            .filter(line -> line.matches("\\| [0-9]+ (thousand|million) \\|.*"))
            .collect(Collectors.joining("\n"));

    assertEquals(computed, documented);
  }

  private static String row(
      String storeProducts, double storeProductCount, String events, double eventCount) {
    MonthlyBill bill = new MonthlyBill(Synthesised.SIZES.prices(), storeProductCount, eventCount);
    return "| " + storeProducts + " | " + events + " " + bill.row();
  }
}
