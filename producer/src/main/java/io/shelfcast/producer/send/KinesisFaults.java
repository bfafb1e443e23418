package io.shelfcast.producer.send;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;

/** Tells from what the SDK throws whether to try again, and says it in one sentence. */
final class KinesisFaults {
  private static final Set<String> CREDENTIALS =
      Set.of(
          "AccessDeniedException",
          "ExpiredTokenException",
          "IncompleteSignatureException",
          "InvalidClientTokenId",
          "InvalidSignatureException",
          "MissingAuthenticationTokenException",
          "NotAuthorized",
          "OptInRequired",
          "UnrecognizedClientException");
  private static final int SERVER_ERROR = 500;

  private KinesisFaults() {}

  static PutFault of(SdkException e, KinesisAddress address) {
    if (e instanceof ResourceNotFoundException) {
      return fatal("There is no stream " + address.stream() + " at " + address.where() + ".", e);
    }
    if (e instanceof AwsServiceException answer) {
      return answered(answer, address);
    }
    if (e instanceof SdkClientException && isAboutCredentials(e)) {
      return fatal("No AWS credentials were found to write to " + address.where() + ".", e);
    }
    boolean unreached =
        hasCause(e, ConnectException.class) || hasCause(e, UnknownHostException.class);
    return new PutFault(
        unreached ? PutFault.Kind.RETRY : PutFault.Kind.UNCERTAIN,
        unreached
            ? "Nothing answers at " + address.where() + "; is the stream up?"
            : "The call to " + address.where() + " broke off: " + e.getMessage(),
        e);
  }

  private static PutFault answered(AwsServiceException e, KinesisAddress address) {
    String code = e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorCode();
    if (CREDENTIALS.contains(code)) {
      return fatal(
          "The credentials may not write to %s at %s (%s)."
              .formatted(address.stream(), address.where(), code),
          e);
    }
    if (e.isThrottlingException() || "ProvisionedThroughputExceededException".equals(code)) {
      return new PutFault(
          PutFault.Kind.RETRY, "The stream " + address.stream() + " is over its rate.", e);
    }
    String sentence = "The stream at " + address.where() + " answers " + e.getMessage() + ".";
    return e.statusCode() >= SERVER_ERROR
        ? new PutFault(PutFault.Kind.UNCERTAIN, sentence, e)
        : fatal(sentence, e);
  }

  private static PutFault fatal(String sentence, Exception cause) {
    return new PutFault(PutFault.Kind.FATAL, sentence, cause);
  }

  private static boolean isAboutCredentials(SdkException e) {
    return String.valueOf(e.getMessage()).contains("credentials");
  }

  private static boolean hasCause(Throwable e, Class<? extends Throwable> type) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }
}
