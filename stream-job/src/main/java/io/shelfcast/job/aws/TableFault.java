package io.shelfcast.job.aws;

import java.util.Optional;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * What to make of a failed put. Throttles, timeouts, connections and faults of the service pass, so
 * the put is tried again; what only a person can mend fails the job with a clear sentence.
 */
final class TableFault {
  private static final int SERVER_FAULT = 500;

  private TableFault() {}

  /** The sentence to fail with; empty if the put is to be tried again. */
  static Optional<String> fatal(Throwable thrown, String table) {
    Throwable fault = thrown;
    while (fault instanceof CompletionException && fault.getCause() != null) {
      fault = fault.getCause();
    }
    if (fault instanceof ResourceNotFoundException) {
      return Optional.of("The table " + table + " does not exist.");
    }
    if (fault instanceof AwsServiceException) {
      return service((AwsServiceException) fault, table);
    }
    if (fault instanceof SdkClientException) {
      return client((SdkClientException) fault, table);
    }
    return Optional.of("Writing to the table " + table + " failed: " + fault);
  }

  private static Optional<String> service(AwsServiceException fault, String table) {
    boolean passes =
        fault.statusCode() >= SERVER_FAULT
            || fault.isThrottlingException()
            || fault.isClockSkewException()
            || fault instanceof TransactionConflictException;
    if (passes) {
      return Optional.empty();
    }
    String what =
        fault.awsErrorDetails() == null
            ? fault.getMessage()
            : fault.awsErrorDetails().errorCode() + ", " + fault.awsErrorDetails().errorMessage();
    return Optional.of("DynamoDB refuses writes to the table " + table + ": " + what + ".");
  }

  private static Optional<String> client(SdkClientException fault, String table) {
    String message = String.valueOf(fault.getMessage());
    if (message.contains("Unable to load credentials")) {
      return Optional.of("There are no AWS credentials to write to the table " + table + " with.");
    }
    return Optional.empty();
  }
}
