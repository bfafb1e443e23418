package io.shelfcast.local;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says what runs and where; exit code 0 if stream and table both run, else 1. */
@Command(
    name = "status",
    description = "Says what runs and where; exit code 0 if stream and table both run, else 1.")
final class StatusCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private StateOption where;

  @Override
  public Integer call() {
    LocalState state = where.state();
    Ports ports = Ports.of(state);
    boolean stream = say(state, "kinesis", ports.kinesisEndpoint());
    boolean table = say(state, "dynamodb", ports.dynamodbEndpoint());
    say(state, "job", ports.dashboardAddress());
    return stream && table ? 0 : 1;
  }

  private boolean say(LocalState state, String process, String address) {
    PrintWriter out = spec.commandLine().getOut();
    Optional<ProcessHandle> running = new ChildProcess(process, state).running();
    out.println(
        running
            .map(p -> String.format("%-10s runs     %s  (pid %d)", process, address, p.pid()))
            .orElseGet(() -> String.format("%-10s stopped", process)));
    return running.isPresent();
  }
}
