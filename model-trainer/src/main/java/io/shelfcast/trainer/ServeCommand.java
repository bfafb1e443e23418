package io.shelfcast.trainer;

import io.shelfcast.model.RefusedBundle;
import io.shelfcast.trainer.sagemaker.MlRoot;
import io.shelfcast.trainer.serve.BundlePredictor;
import io.shelfcast.trainer.serve.InferenceServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code serve}: predictions of one bundle over HTTP, as SageMaker asks for them. */
@Command(
    name = "serve",
    description = "Serves a model bundle: GET /ping, POST /invocations.",
    sortOptions = false)
public final class ServeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--bundle",
      paramLabel = "DIR",
      description = "Folder of the bundle (default: ${DEFAULT-VALUE}).")
  private Path bundle = MlRoot.STANDARD.resolve("model");

  @Option(names = "--port", description = "Port (default: ${DEFAULT-VALUE}).")
  private int port = 8080;

  @Option(
      names = "--host",
      description = "Address to listen on; 0.0.0.0 in a container (default: ${DEFAULT-VALUE}).")
  private String host = "127.0.0.1";

  @Override
  public Integer call() throws IOException, RefusedBundle, InterruptedException {
    BundlePredictor predictor = BundlePredictor.read(bundle);
    try (InferenceServer server =
        InferenceServer.start(predictor, new InetSocketAddress(host, port))) {
      spec.commandLine()
          .getErr()
          .printf(
              "bundle %d is served on http://%s:%d%n", predictor.sequence(), host, server.port());
      spec.commandLine().getErr().flush();
      new CountDownLatch(1).await();
    }
    return 0;
  }
}
