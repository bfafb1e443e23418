package io.shelfcast.aws;

import io.github.cdklabs.cdknag.NagPackSuppression;
import java.util.List;
import java.util.Map;

/** Findings of cdk-nag that are meant to be so, each with its reason and no wider than needed. */
final class Suppressed {
  private Suppressed() {}

  /** Names of objects are not known when roles are made; their folder is. */
  static NagPackSuppression objectsBelowAFolder(String bucketId) {
    return wildcard(
        "Names of objects below a folder are not known beforehand; the folder is named.",
        "/^Resource::.*" + bucketId + "[^*]*\\/[a-z\\/-]+\\/\\*$/");
  }

  /** A wildcard in resources that match a pattern of cdk-nag. */
  static NagPackSuppression wildcard(String reason, String pattern) {
    return NagPackSuppression.builder()
        .id("AwsSolutions-IAM5")
        .reason(reason)
        .appliesTo(List.of(Map.of("regex", pattern)))
        .build();
  }
}
