package io.shelfcast.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each way in which a record is no event, with the sentence its sender reads. */
class EventRefusalTest {
  private static final String COMMON =
      "'eventId':'e','storeId':'S','occurredAt':'2026-11-22T12:00:00Z'";
  private static final String PRODUCT = COMMON + ",'productId':'P'";
  private static final String POLICY =
      "{'type':'POLICY'," + PRODUCT + ",'leadTimeDays':7,'reviewPeriodDays':1,'serviceLevel':0.95}";
  private static final String TICK = "{'type':'TICK'," + COMMON + "}";
  private static final String SALE = "{'type':'SALE'," + PRODUCT + ",'quantity':1}";

  @Test
  void anEmptyRecord() {
    refused("", "the record is empty");
    refused(" \n", "the record is empty");
  }

  @Test
  void aRecordThatIsNotJson() {
    refused("SALE;S;P;1", "the record is not JSON near byte 5");
    refused(
        SALE.replace(":1", ":one"), "the record is not JSON near byte 110, in or after 'quantity'");
    refused(
        SALE.replace("'e'", "'\u0007'"),
        "the record is not JSON near byte 27, in or after 'eventId'");
  }

  @Test
  void aRecordThatIsCutShort() {
    refused(
        SALE.substring(0, SALE.length() - 1),
        "the record ends before its JSON object does, in or after 'quantity'");
    refused("{'typ", "the record ends before its JSON object does");
  }

  @Test
  void aRecordWithMoreAfterItsObject() {
    refused(TICK + TICK, "the record goes on after its JSON object");
    refused(TICK + ",", "the record goes on after its JSON object");
    refused(TICK + "\0", "the record goes on after its JSON object");
  }

  @Test
  void aRecordThatIsNoObject() {
    refused("[" + TICK + "]", "the record must be a JSON object, not an array");
    refused("'SALE'", "the record must be a JSON object, not a string");
    refused("12", "the record must be a JSON object, not a number");
    refused("null", "the record must be a JSON object, not null");
  }

  @Test
  void aRecordThatIsNotUtf8() {
    byte[] latin1 = json(SALE.replace("'e'", "'é'")).getBytes(StandardCharsets.ISO_8859_1);
    assertEquals("the record is not UTF-8", reason(latin1));
    byte[] overlong = json(SALE.replace("'e'", "'??'")).getBytes(StandardCharsets.UTF_8);
    int at = json(SALE).indexOf("\"e\"") + 1;
    overlong[at] = (byte) 0xc1;
    overlong[at + 1] = (byte) 0x81;
    assertEquals("the record is not UTF-8", reason(overlong));
  }

  @Test
  void aRecordInUtf16OrWithAByteOrderMark() {
    byte[] wide = json(TICK).getBytes(StandardCharsets.UTF_16LE);
    assertEquals("the record is not JSON near byte 2", reason(wide));
    refused("\ufeff" + TICK, "the record is not JSON near byte 2");
  }

  @Test
  void aRecordThatIsTooLong() {
    String padding = " ".repeat(EventLimits.MAX_RECORD_BYTES - TICK.length());
    accepted(padding + TICK);
    refused(padding + " " + TICK, "the record is longer than 65536 bytes");
  }

  @Test
  void aTypeThatIsMissingUnknownOrNotOnTheWire() {
    refused("{" + COMMON + "}", "type is missing");
    refused("{}", "type is missing");
    refused("{'type':'SOLD'," + COMMON + "}", "type is unknown: 'SOLD'");
    refused("{'type':'sale'," + COMMON + "}", "type is unknown: 'sale'");
    refused("{'type':1," + COMMON + "}", "type must be a string, not a number");
    refused("{'type':null," + COMMON + "}", "type must be a string, not null");
    refused("{'type':'TICK','type':'TICK'," + COMMON + "}", "type is there twice");
    refused(
        "{'type':'DAY'," + PRODUCT + ",'quantity':1}",
        "type is DAY, which only back-fill may write");
  }

  @Test
  void aFieldThatIsUnknown() {
    refused(with(TICK, "'price':1"), "unknown field 'price'");
    refused(with(TICK, "'Quantity':1"), "unknown field 'Quantity'");
    refused(with(TICK, "'':1"), "unknown field ''");
    refused(
        with(TICK, "'" + "long".repeat(5_000) + "':1"),
        "unknown field '" + "long".repeat(10) + "…'");
    refused(with(TICK, "'a\\nb\\u202e':1"), "unknown field 'a?b?'");
  }

  @Test
  void aFieldThatBelongsToAnotherType() {
    refused(with(TICK, "'productId':'P'"), "productId does not belong to TICK");
    refused(with(SALE, "'zone':'Europe/London'"), "zone does not belong to SALE");
  }

  @Test
  void aFieldThatIsThereTwice() {
    refused(with(SALE, "'quantity':1"), "quantity is there twice");
    refused(with(SALE, "'eventId':'f'"), "eventId is there twice");
  }

  @Test
  void aRequiredFieldThatIsMissing() {
    refused(
        "{'type':'SALE'," + COMMON + ",'quantity':1}", "productId is missing, and SALE needs it");
    refused("{'type':'SALE'," + PRODUCT + "}", "quantity is missing, and SALE needs it");
    refused(TICK.replace("'eventId':'e',", ""), "eventId is missing, and TICK needs it");
    refused(
        TICK.replace(",'occurredAt':'2026-11-22T12:00:00Z'", ""),
        "occurredAt is missing, and TICK needs it");
  }

  @Test
  void aFieldOfTheWrongJsonKind() {
    refused(SALE.replace(":1", ":'1'"), "quantity must be a number, not a string");
    refused(SALE.replace(":1", ":null"), "quantity must be a number, not null");
    refused(SALE.replace(":1", ":[1]"), "quantity must be a number, not an array");
    refused(SALE.replace("'P'", "17"), "productId must be a string, not a number");
    refused(SALE.replace("'P'", "{}"), "productId must be a string, not an object");
    refused(with(SALE, "'promotion':1"), "promotion must be true or false, not a number");
    refused(with(SALE, "'promotion':'true'"), "promotion must be true or false, not a string");
    refused(with(SALE, "'sentAt':1763812800000"), "sentAt must be a string, not a number");
    refused(with(SALE, "'sentAt':true"), "sentAt must be a string, not true");
    refused(
        store("'closedDays':'2026-12-25'"), "closedDays must be an array of dates, not a string");
    refused(
        store("'closedDays':['2026-12-25',1]"),
        "closedDays must be an array of dates only, not a number");
    refused(
        store("'closedDays':[['2026-12-25']]"),
        "closedDays must be an array of dates only, not an array");
  }

  @Test
  void aNumberThatIsNotFinite() {
    for (String number : new String[] {"NaN", "Infinity", "-Infinity", "-INF"}) {
      refused(SALE.replace(":1", ":" + number), "quantity is not a finite number");
    }
  }

  @Test
  void aNumberThatIsTooLargeOrTooLongToRead() {
    refused(quantity("1000000.0001"), "quantity is above 1,000,000 units");
    refused(quantity("9".repeat(40)), "quantity is above 1,000,000 units");
    refused(quantity("1e30"), "quantity is above 1,000,000 units");
    refused(quantity("1e999999999"), "quantity is above 1,000,000 units");
    refused(quantity("9e10"), "quantity is above 1,000,000 units");
    refused(quantity("1e99999999999"), "quantity has an absurd exponent");
    refused(quantity("1." + "0".repeat(39)), "quantity is a number of more than 40 characters");
    refused(quantity("1".repeat(60_000)), "quantity is a number of more than 40 characters");
    refused(with(SALE, "'unitPrice':1000000.01"), "unitPrice is above 1,000,000.00");
    refused(policy("'leadTimeSdDays':90.0001"), "leadTimeSdDays is above 90 days");
    refused(promotion("1.0001"), "discount is above 1");
    refused(adjust("-1000000.0001"), "quantity is below -1,000,000 units");
    refused(adjust("-1e30"), "quantity is below -1,000,000 units");
  }

  @Test
  void aNumberThatIsTooFine() {
    refused(quantity("0.00001"), "quantity is finer than 1/10,000");
    refused(quantity("1e-5"), "quantity is finer than 1/10,000");
    refused(quantity("1e-999999999"), "quantity is finer than 1/10,000");
    refused(with(SALE, "'unitPrice':0.001"), "unitPrice is finer than 1/100");
    refused(promotion("0.33333"), "discount is finer than 1/10,000");
    refused(policy("'leadTimeSdDays':0.12345"), "leadTimeSdDays is finer than 1/10,000");
  }

  @Test
  void aNumberThatIsNegative() {
    refused(quantity("-1"), "quantity is negative");
    refused(quantity("-0.0001"), "quantity is negative");
    refused(with(SALE, "'unitPrice':-0.01"), "unitPrice is negative");
    refused(promotion("-0.1"), "discount is negative");
    refused("{'type':'COUNT'," + PRODUCT + ",'quantity':-1}", "quantity is negative");
  }

  @Test
  void nothingSoldReturnedOrReceived() {
    refused(quantity("0"), "quantity must be above 0 in a SALE");
    refused(quantity("-0.0"), "quantity must be above 0 in a SALE");
    refused(quantity("0e9"), "quantity must be above 0 in a SALE");
    refused(
        "{'type':'RETURN'," + PRODUCT + ",'quantity':0}", "quantity must be above 0 in a RETURN");
    refused(
        "{'type':'RECEIPT'," + PRODUCT + ",'quantity':0}", "quantity must be above 0 in a RECEIPT");
  }

  @Test
  void aTextThatIsEmptyOrTooLong() {
    refused(SALE.replace("'e'", "''"), "eventId is empty");
    refused(SALE.replace("'S'", "'  '"), "storeId is empty");
    accepted(SALE.replace("'e'", "'" + "e".repeat(128) + "'"));
    refused(
        SALE.replace("'e'", "'" + "e".repeat(129) + "'"), "eventId is longer than 128 characters");
  }

  @Test
  void aTextWithWhatNoNameHas() {
    refused(SALE.replace("'e'", "'a\\u0000'"), "eventId has a control character");
    refused(SALE.replace("'e'", "'a\\tb'"), "eventId has a control character");
    refused(SALE.replace("'e'", "'a\\u0085'"), "eventId has a control character");
    refused(SALE.replace("'e'", "'a\\ud83d'"), "eventId has half of a surrogate pair");
    refused(SALE.replace("'e'", "'\\ude00a'"), "eventId has half of a surrogate pair");
    accepted(SALE.replace("'e'", "'\\ud83d\\ude00'"));
  }

  @Test
  void anIdThatWouldBreakAKey() {
    refused(SALE.replace("'S'", "'S/1'"), "storeId has a '/', which separates the parts of a key");
    refused(SALE.replace("'P'", "'/'"), "productId has a '/', which separates the parts of a key");
    refused(
        SALE.replace("'P'", "'#freshness'"),
        "productId starts with '#', which marks items that are no product");
    refused(
        TICK.replace("'S'", "'#1'"),
        "storeId starts with '#', which marks items that are no product");
    refused(
        SALE.replace("'S'", "'" + "S".repeat(128) + "'")
            .replace("'P'", "'" + "P".repeat(128) + "'"),
        "productId and storeId together are longer than 255 characters");
    accepted(SALE.replace("'e'", "'#a/b'").replace("'P'", "'P#1'"));
  }

  @Test
  void aDateThatDoesNotExist() {
    for (String date : new String[] {"2026-02-30", "2026-02-29", "2026-13-01", "2026-00-10"}) {
      refused(order(date), "expectedOn names a date that does not exist");
      refused(TICK.replace("2026-11-22", date), "occurredAt names a date that does not exist");
    }
    accepted(order("2028-02-29"));
  }

  @Test
  void aDateInAnotherForm() {
    for (String date : new String[] {"", "22.11.2026", "2026-11-22Z", "20261122", "2026-W47-7"}) {
      refused(order(date), "expectedOn is not an ISO-8601 date such as 2026-11-22");
    }
    refused(order("1899-12-31"), "expectedOn lies outside the years 1900 to 9999");
    refused(store("'closedDays':['0001-01-01']"), "closedDays lies outside the years 1900 to 9999");
    refused(
        store("'closedDays':['2026-12-25','soon']"),
        "closedDays is not an ISO-8601 date such as 2026-11-22");
  }

  @Test
  void anInstantWithoutOffset() {
    refused(occurredAt("2026-11-22T12:00:00"), "occurredAt has no offset such as Z or +01:00");
    refused(occurredAt("2026-11-22T12:00"), "occurredAt has no offset such as Z or +01:00");
    refused(occurredAt("2026-11-22T12:00:00.5"), "occurredAt has no offset such as Z or +01:00");
  }

  @Test
  void anInstantThatIsNoInstant() {
    String form = "occurredAt is not an ISO-8601 instant such as 2026-11-22T10:15:00+01:00";
    String[] wrong = {
      "",
      "now",
      "2026-11-22",
      "2026-11-22 12:00:00Z",
      "2026-11-22t12:00:00Z",
      "12:00:00Z",
      "2026-11-22T12Z",
      "2026-11-22T12:00:0Z",
      "2026-11-22T12:00:00.Z",
      "2026-11-22T12:00:00ZZ",
      "2026-11-22T12:00:00.1234567890Z",
      "2026-11-22T12:00:00+1",
      "2026-11-22T12:00:00+0100",
      "2026-11-22T12:00:00+aa:00",
      "2026-11-22T12:00:00 UTC",
      "1763812800000"
    };
    for (String instant : wrong) {
      refused(occurredAt(instant), form);
    }
    for (String time : new String[] {"24:00:00", "12:60:00", "23:59:60"}) {
      refused(
          occurredAt("2026-11-22T" + time + "Z"),
          "occurredAt names a time of day that does not exist");
    }
    for (String offset : new String[] {"+18:01", "-19:00", "+01:60"}) {
      refused(
          occurredAt("2026-11-22T12:00:00" + offset),
          "occurredAt has an offset beyond 18 hours or of more than 59 minutes");
    }
    refused(occurredAt("1899-12-31T23:59:59Z"), "occurredAt lies outside the years 1900 to 9999");
  }

  @Test
  void anIntervalThatIsEmptyOrTooLong() {
    refused(availability("2026-11-22T10:00:00Z"), "to is not after from");
    refused(availability("2026-11-22T10:59:59+01:00"), "to is not after from");
    refused(availability("2026-11-29T10:00:00.001Z"), "to is more than 7 days after from");
    accepted(availability("2026-11-29T10:00:00Z"));
  }

  @Test
  void aPromotionThatEndsBeforeItBeginsOrLastsTooLong() {
    String plan = promotion("0.2");
    refused(plan.replace("2026-12-07", "2026-11-30"), "toDay is before fromDay");
    refused(plan.replace("2026-12-07", "2028-01-05"), "toDay makes the plan longer than 400 days");
    accepted(plan.replace("2026-12-07", "2028-01-04"));
    accepted(plan.replace("2026-12-07", "2026-12-01"));
  }

  @Test
  void aProductThatEndsBeforeItsLaunch() {
    refused(
        "{'type':'PRODUCT'," + PRODUCT + ",'launchDay':'2026-12-02','endDay':'2026-12-01'}",
        "endDay is before launchDay");
  }

  @Test
  void aVoidOfItselfOrOfASaleToCome() {
    String taken = "{'type':'VOID'," + PRODUCT + ",'voidsEventId':'s','voidsDay':'2026-11-22'}";
    accepted(taken);
    accepted(taken.replace("11-22'}", "11-23'}"));
    refused(taken.replace("11-22'}", "11-24'}"), "voidsDay is after occurredAt");
    refused(taken.replace("'s'", "'e'"), "voidsEventId names the VOID itself");
  }

  @Test
  void aPolicyThatAsksForNoLevel() {
    String costs = POLICY.replace("'serviceLevel':0.95", "'shortageCost':19,'holdingCost':1");
    accepted(POLICY);
    accepted(costs);
    String missing = "serviceLevel is missing, and so is one of shortageCost and holdingCost";
    refused(POLICY.replace(",'serviceLevel':0.95", ""), missing);
    refused(costs.replace("'shortageCost':19,", ""), missing);
    refused(costs.replace(",'holdingCost':1", ""), missing);
    refused(costs.replace(":19", ":0"), "shortageCost must be above 0 in a POLICY");
    refused(
        costs.replace("'holdingCost':1", "'holdingCost':0"),
        "holdingCost must be above 0 in a POLICY");
  }

  @Test
  void aPolicyWhoseCostsAskForEverythingOrNothing() {
    String costs = POLICY.replace("'serviceLevel':0.95", "'shortageCost':9999,'holdingCost':1");
    accepted(costs);
    refused(
        costs.replace("9999", "99999"),
        "shortageCost against holdingCost asks for a service level of 1");
    refused(
        costs.replace("9999", "0.01").replace("'holdingCost':1", "'holdingCost':1000"),
        "shortageCost against holdingCost asks for a service level of 0");
  }

  @Test
  void aPolicyThatCannotBeMet() {
    refused(POLICY.replace("0.95", "0"), "serviceLevel must be above 0 in a POLICY");
    refused(POLICY.replace("0.95", "1"), "serviceLevel is 1, which no finite stock can promise");
    refused(POLICY.replace("0.95", "95"), "serviceLevel is above 1");
    refused(policy("'packSize':0"), "packSize must be above 0 in a POLICY");
    refused(
        POLICY.replace("'leadTimeDays':7", "'leadTimeDays':89.0001"),
        "leadTimeDays and reviewPeriodDays together are above 90 days");
    accepted(POLICY.replace("'leadTimeDays':7", "'leadTimeDays':89"));
  }

  @Test
  void aStoreInNoKnownPlace() {
    refused(
        store("'country':'GB'").replace("Europe/London", "Europe/Lundon"),
        "zone is not a known time zone such as Europe/London");
    refused(
        store("'country':'GB'").replace("Europe/London", "../etc/passwd"),
        "zone is not a known time zone such as Europe/London");
    refused(store("'country':'UK'"), "country is not a two-letter ISO 3166 code such as GB");
    refused(store("'country':'gb'"), "country is not a two-letter ISO 3166 code such as GB");
  }

  @Test
  void aStoreThatIsShutOnTooManyDays() {
    accepted(store("'closedDays':[" + days(400) + "]"));
    refused(store("'closedDays':[" + days(401) + "]"), "closedDays names more than 400 days");
  }

  private static String days(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "'" + LocalDate.of(2026, 1, 1).plusDays(i) + "'")
        .collect(Collectors.joining(","));
  }

  private static String with(String record, String member) {
    return record.substring(0, record.length() - 1) + "," + member + "}";
  }

  private static String quantity(String number) {
    return SALE.replace(":1", ":" + number);
  }

  private static String adjust(String number) {
    return "{'type':'ADJUST'," + PRODUCT + ",'reason':'waste','quantity':" + number + "}";
  }

  private static String order(String expectedOn) {
    return "{'type':'ORDER',"
        + PRODUCT
        + ",'orderId':'o','quantity':1,'expectedOn':'"
        + expectedOn
        + "'}";
  }

  private static String availability(String to) {
    return "{'type':'AVAILABILITY',"
        + PRODUCT
        + ",'stockoutShare':1,'from':'2026-11-22T10:00:00Z','to':'"
        + to
        + "'}";
  }

  private static String promotion(String discount) {
    return "{'type':'PROMOTION',"
        + PRODUCT
        + ",'fromDay':'2026-12-01','toDay':'2026-12-07','discount':"
        + discount
        + "}";
  }

  private static String policy(String member) {
    return with(POLICY, member);
  }

  private static String store(String member) {
    return "{'type':'STORE'," + COMMON + ",'zone':'Europe/London'," + member + "}";
  }

  private static String occurredAt(String instant) {
    return TICK.replace("2026-11-22T12:00:00Z", instant);
  }

  private static String json(String quoted) {
    return quoted.replace('\'', '"');
  }

  private static void accepted(String record) {
    assertNull(reasonOrNull(record), record);
  }

  private static void refused(String record, String sentence) {
    assertEquals(sentence, reasonOrNull(record), record.length() > 300 ? "long" : record);
  }

  private static String reason(byte[] record) {
    return assertThrows(RefusedEvent.class, () -> EventCodec.decode(record)).getMessage();
  }

  private static String reasonOrNull(String record) {
    try {
      EventCodec.decode(json(record).getBytes(StandardCharsets.UTF_8));
      return null;
    } catch (RefusedEvent refused) {
      return refused.getMessage();
    }
  }
}
