package egov.kiosk.gateway.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts PostgreSQL and Kafka once for all tests, when one asks, and stops them at the end. */
public final class Servers implements ParameterResolver {
  private static final ExtensionContext.Namespace PLACE =
      ExtensionContext.Namespace.create(Servers.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == PostgresCluster.class || type == KafkaServer.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    ExtensionContext.Store store = context.getRoot().getStore(PLACE);
    if (parameter.getParameter().getType() == PostgresCluster.class) {
      return store.getOrComputeIfAbsent("postgres", key -> postgres(), Running.class).server();
    }
    return store.getOrComputeIfAbsent("kafka", key -> kafka(), Running.class).server();
  }

  /** A server, and how to end it. */
  private record Running(AutoCloseable server, Path directory) implements AutoCloseable {
    @Override
    public void close() throws Exception {
      server.close();
      if (directory != null) {
        try (Stream<Path> files = Files.walk(directory)) {
          List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
          for (Path file : deepestFirst) {
            Files.delete(file);
          }
        }
      }
    }
  }

  private static Running postgres() {
    try {
      return new Running(PostgresCluster.start(), null);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Running kafka() {
    try {
      Path directory = Files.createTempDirectory("gateway-kafka");
      return new Running(KafkaServer.start(directory), directory);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
