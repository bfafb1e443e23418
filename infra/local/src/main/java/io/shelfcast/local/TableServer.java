package io.shelfcast.local;

import com.amazonaws.services.dynamodbv2.local.server.AbstractLocalDynamoDBServerHandler;
import com.amazonaws.services.dynamodbv2.local.server.DynamoDBProxyServer;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;

/**
 * Amazon's DynamoDB Local with its items on disk or in memory, on the loopback address only.
 *
 * <p>Its own main class listens on every address of the machine; this one starts the same server
 * and moves it before it listens.
 */
public final class TableServer extends DynamoDBProxyServer {
  private ContextHandlerCollection handlers;

  private TableServer(int port, AbstractLocalDynamoDBServerHandler handler) {
    super(port, handler);
    for (var connector : handlers.getServer().getConnectors()) {
      ((ServerConnector) connector).setHost("127.0.0.1");
    }
  }

  /** Called by the super class while it is built; the only way to its server. */
  @Override
  public ContextHandlerCollection setUpHandler(AbstractLocalDynamoDBServerHandler handler) {
    handlers = super.setUpHandler(handler);
    return handlers;
  }

  /** Arguments: the port and the folder of the database; without a folder it is in memory. */
  public static void main(String[] args) throws Exception {
    // One database for all regions and access keys, so that any client sees the same table.
    boolean shared = true;
    boolean inMemory = args.length < 2;
    String folder = inMemory ? null : args[1];
    var requests = new LocalDynamoDBRequestHandler(0, inMemory, folder, shared, false);
    var server =
        new TableServer(Integer.parseInt(args[0]), new LocalDynamoDBServerHandler(requests, null));
    server.safeStart();
    System.out.println("dynamodb listens on 127.0.0.1:" + args[0]);
    server.join();
  }
}
