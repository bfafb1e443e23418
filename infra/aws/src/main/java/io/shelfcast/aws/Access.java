package io.shelfcast.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.iam.ServicePrincipalOpts;
import software.constructs.Construct;

/**
 * How permissions are written here: each action by its name, each resource as narrow as it goes.
 */
final class Access {
  private Access() {}

  /** A role for a service, on behalf of this account only. */
  static Role role(Construct scope, String id, String service, String description) {
    return Role.Builder.create(scope, id)
        .description(description)
        .assumedBy(service(scope, service))
        .build();
  }

  /** The service when it acts for this account, so that no other account can borrow it. */
  static ServicePrincipal service(Construct scope, String service) {
    return new ServicePrincipal(
        service,
        ServicePrincipalOpts.builder()
            .conditions(
                Map.of("StringEquals", Map.of("aws:SourceAccount", Stack.of(scope).getAccount())))
            .build());
  }

  /** The name of a resource of this account, as in {@code arn:aws:glue:REGION:ACCOUNT:catalog}. */
  static String arn(Construct scope, String service, String resource) {
    return Stack.of(scope)
        .formatArn(
            ArnComponents.builder()
                .service(service)
                .resource(resource)
                .arnFormat(ArnFormat.NO_RESOURCE_NAME)
                .build());
  }

  /** Allows these actions on one resource. */
  static PolicyStatement allow(String resource, String... actions) {
    return allow(List.of(resource), actions);
  }

  /** Allows these actions on some resources. */
  static PolicyStatement allow(List<String> resources, String... actions) {
    return PolicyStatement.Builder.create().actions(List.of(actions)).resources(resources).build();
  }

  /** Allows these actions on one resource while a condition holds. */
  static PolicyStatement allowIf(
      Map<String, ? extends Object> condition, String resource, String... actions) {
    return PolicyStatement.Builder.create()
        .actions(List.of(actions))
        .resources(List.of(resource))
        .conditions(condition)
        .build();
  }

  /** Listing a bucket below some folders. */
  static PolicyStatement list(String bucketArn, String... folders) {
    List<String> prefixes = new ArrayList<>();
    for (String folder : folders) {
      prefixes.add(folder);
      prefixes.add(folder + "/*");
    }
    return allowIf(Map.of("StringLike", Map.of("s3:prefix", prefixes)), bucketArn, "s3:ListBucket");
  }
}
