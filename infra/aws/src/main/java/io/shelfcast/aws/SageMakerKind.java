package io.shelfcast.aws;

import java.util.Locale;

/** A kind of job of SageMaker, as requests, rights and events name it. */
enum SageMakerKind {
  TRAINING("Training"),
  PROCESSING("Processing");

  private final String name;

  SageMakerKind(String name) {
    this.name = name;
  }

  /** As in {@code CreateTrainingJob}. */
  String action(String verb) {
    return verb + name + "Job";
  }

  /** As in {@code training-job}. */
  String resource() {
    return name.toLowerCase(Locale.ROOT) + "-job";
  }

  /** What SageMaker tells the event bus when such a job changes its state. */
  String event() {
    return "SageMaker " + name + " Job State Change";
  }

  /** The rule by which Step Functions waits for such jobs; it makes the rule itself. */
  String rule() {
    return "StepFunctionsGetEventsForSageMaker" + name + "JobsRule";
  }
}
