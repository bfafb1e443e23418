package io.shelfcast.aws;

import java.util.List;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.sagemaker.CfnEndpoint;
import software.amazon.awscdk.services.sagemaker.CfnEndpointConfig;
import software.amazon.awscdk.services.sagemaker.CfnModel;
import software.constructs.Construct;

/** One bundle served over SageMaker's runtime, for models that the job does not hold itself. */
final class ModelEndpoint {
  private final CfnEndpoint endpoint;

  ModelEndpoint(Construct scope, DataStack data, Sizes sizes) {
    LakeBucket bucket = data.bucket();
    Role role = new ContainerRole(scope, "EndpointRole", "What a served model may do", data).role();
    role.addToPolicy(
        Access.allow(
            bucket.bucket().arnForObjects(sizes.endpoint().modelArchive()), "s3:GetObject"));
    CfnModel model =
        CfnModel.Builder.create(scope, "Model")
            .executionRoleArn(role.getRoleArn())
            .primaryContainer(
                CfnModel.ContainerDefinitionProperty.builder()
                    .image(Trainer.image(data, sizes))
                    .modelDataUrl(bucket.uri(sizes.endpoint().modelArchive()))
                    .build())
            .build();
    model.getNode().addDependency(role);
    CfnEndpointConfig config =
        CfnEndpointConfig.Builder.create(scope, "EndpointConfig")
            .kmsKeyId(data.key().arn())
            .productionVariants(List.of(variant(sizes, model)))
            .build();
    endpoint =
        CfnEndpoint.Builder.create(scope, "Endpoint")
            .endpointName(sizes.name())
            .endpointConfigName(config.getAttrEndpointConfigName())
            .build();
  }

  private static CfnEndpointConfig.ProductionVariantProperty variant(Sizes sizes, CfnModel model) {
    return CfnEndpointConfig.ProductionVariantProperty.builder()
        .variantName("bundle")
        .modelName(model.getAttrModelName())
        .instanceType(sizes.endpoint().instance())
        .initialInstanceCount(1)
        .initialVariantWeight(1)
        .build();
  }

  /** Lets the job ask it. */
  void serve(StreamJob job) {
    job.role().addToPolicy(Access.allow(endpoint.getRef(), "sagemaker:InvokeEndpoint"));
  }
}
