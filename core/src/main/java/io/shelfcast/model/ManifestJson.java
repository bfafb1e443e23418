package io.shelfcast.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/**
 * The JSON form of a manifest: every field required but for those that earlier versions did not
 * know, none unknown, nothing converted.
 */
final class ManifestJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
          .build();

  private static final ObjectReader READER = MAPPER.readerFor(BundleManifest.class);
  private static final ObjectWriter WRITER = MAPPER.writerFor(BundleManifest.class);

  private ManifestJson() {}

  static byte[] write(BundleManifest manifest) {
    try {
      return WRITER.writeValueAsBytes(manifest);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a manifest has nothing that JSON cannot hold", e);
    }
  }

  static BundleManifest read(byte[] json) throws RefusedBundle {
    try {
      BundleManifest manifest = READER.readValue(completed(MAPPER.readTree(json)));
      if (manifest == null) {
        throw unsound("it is null");
      }
      return manifest;
    } catch (ValueInstantiationException e) {
      throw unsound(e.getCause().getMessage());
    } catch (JsonProcessingException e) {
      throw unsound(e.getOriginalMessage());
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory can be read", e);
    }
  }

  /** With what manifests of earlier versions did not know of: courses of the day by store. */
  private static JsonNode completed(JsonNode manifest) {
    JsonNode statistics = manifest.path("statistics");
    if (statistics.isObject() && !statistics.has("storeProfiles")) {
      ((ObjectNode) statistics).putObject("storeProfiles");
    }
    return manifest;
  }

  private static RefusedBundle unsound(String reason) {
    return new RefusedBundle("The bundle's manifest is not sound: " + reason + ".");
  }
}
