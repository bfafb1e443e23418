package io.shelfcast.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * All items of a table, by key, less what tells only which job wrote them and when.
 *
 * @param items attributes by name, by store and product
 */
record TableContents(SortedMap<String, Map<String, AttributeValue>> items) {
  private static final List<String> OF_THE_WRITER = List.of("generation", "writtenAt");

  static TableContents of(DynamoDbClient dynamodb, String table) {
    SortedMap<String, Map<String, AttributeValue>> items = new TreeMap<>();
    dynamodb
        .scanPaginator(b -> b.tableName(table).consistentRead(true))
        .items()
        .forEach(
            item -> {
              Map<String, AttributeValue> kept = new HashMap<>(item);
              kept.keySet().removeAll(OF_THE_WRITER);
              items.put(item.get("storeId").s() + "/" + item.get("productId").s(), kept);
            });
    return new TableContents(items);
  }

  /** One line for each attribute of each item that is not the same in both. */
  List<String> differences(TableContents other) {
    List<String> differences = new ArrayList<>();
    TreeSet<String> keys = new TreeSet<>(items.keySet());
    keys.addAll(other.items.keySet());
    for (String key : keys) {
      Map<String, AttributeValue> one = items.getOrDefault(key, Map.of());
      Map<String, AttributeValue> two = other.items.getOrDefault(key, Map.of());
      TreeSet<String> names = new TreeSet<>(one.keySet());
      names.addAll(two.keySet());
      for (String name : names) {
        if (!Objects.equals(one.get(name), two.get(name))) {
          differences.add(
              key + " " + name + ": " + shown(one.get(name)) + " against " + shown(two.get(name)));
        }
      }
    }
    return differences;
  }

  private static String shown(AttributeValue value) {
    if (value == null) {
      return "nothing";
    }
    if (value.s() != null) {
      return value.s();
    }
    return value.n() != null ? value.n() : value.toString();
  }
}
