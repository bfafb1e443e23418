package io.shelfcast.job.aws;

import io.shelfcast.feature.FeatureSchema;
import io.shelfcast.job.JobSettings;
import io.shelfcast.job.Setting;
import io.shelfcast.job.scoring.RemoteScorer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sagemakerruntime.SageMakerRuntimeClient;
import software.amazon.awssdk.services.sagemakerruntime.SageMakerRuntimeClientBuilder;

/** A model behind an endpoint of SageMaker: rows in CSV, one score a line. */
public final class SageMakerScorer implements RemoteScorer {
  private static final String CSV = "text/csv";

  private final SageMakerRuntimeClient client;
  private final String endpointName;

  private SageMakerScorer(SageMakerRuntimeClient client, String endpointName) {
    this.client = client;
    this.endpointName = endpointName;
  }

  /** The endpoint that the settings name. */
  public static RemoteScorer.Opener of(JobSettings settings) {
    String name = settings.text(Setting.SCORING_NAME);
    String region = settings.text(Setting.SCORING_REGION);
    URI address = settings.optionalAddress(Setting.SCORING_ENDPOINT).orElse(null);
    Duration deadline = settings.duration(Setting.SCORING_DEADLINE);
    return () -> new SageMakerScorer(client(region, address, deadline), name);
  }

  private static SageMakerRuntimeClient client(String region, URI address, Duration deadline) {
    SageMakerRuntimeClientBuilder builder =
        SageMakerRuntimeClient.builder()
            .region(Region.of(region))
            .httpClientBuilder(ApacheHttpClient.builder().useIdleConnectionReaper(false))
            .overrideConfiguration(c -> c.apiCallTimeout(deadline));
    if (address != null) {
      OtherEndpoint.at(address, builder);
    }
    return builder.build();
  }

  @Override
  public float[] score(float[] rows) throws IOException {
    String body = csv(rows);
    String answer;
    try {
      answer =
          client
              .invokeEndpoint(
                  request ->
                      request
                          .endpointName(endpointName)
                          .contentType(CSV)
                          .accept(CSV)
                          .body(SdkBytes.fromUtf8String(body)))
              .body()
              .asUtf8String();
    } catch (SdkException e) {
      throw new IOException(endpointName + ": " + e.getMessage(), e);
    }
    return scores(answer, rows.length / FeatureSchema.count());
  }

  private static String csv(float[] rows) {
    int features = FeatureSchema.count();
    StringBuilder csv = new StringBuilder(rows.length * 6);
    for (int i = 0; i < rows.length; i++) {
      if (!Float.isNaN(rows[i])) {
        csv.append(rows[i]);
      }
      csv.append((i + 1) % features == 0 ? '\n' : ',');
    }
    return csv.toString();
  }

  private float[] scores(String answer, int rows) throws IOException {
    String[] lines = answer.strip().split("\\s+");
    if (lines.length != rows) {
      throw new IOException(
          endpointName + " answered " + lines.length + " scores to " + rows + " rows");
    }
    float[] scores = new float[rows];
    for (int i = 0; i < rows; i++) {
      try {
        scores[i] = Float.parseFloat(lines[i]);
        if (!Float.isFinite(scores[i])) {
          throw new NumberFormatException(lines[i]);
        }
      } catch (NumberFormatException e) {
        throw new IOException(endpointName + " answered something that is no number", e);
      }
    }
    return scores;
  }

  @Override
  public void close() {
    client.close();
  }
}
