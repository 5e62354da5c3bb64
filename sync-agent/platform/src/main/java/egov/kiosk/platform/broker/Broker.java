package egov.kiosk.platform.broker;

import egov.kiosk.contract.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.WildcardConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/**
 * Apache ActiveMQ Artemis in this process: MQTT 5 on 127.0.0.1 and nothing else, durable journal,
 * everyone logs in. Not thread-safe; one thread starts and stops it.
 */
public final class Broker implements AutoCloseable {
  /** Holds the contract's largest order, 256 KiB, and its head. */
  private static final int LARGEST_PACKET = 260 * 1024;

  private static final int JOURNAL_FILE = 2 * 1024 * 1024;
  private static final long MEMORY = 64L * 1024 * 1024;
  private static final String ACCEPTOR = "mqtt";

  private final Path directory;
  private final int port;
  private final Passwords passwords;
  private final SecureRandom random;
  private EmbeddedActiveMQ running;

  /**
   * @param directory where the journal lives; survives restarts
   * @param port on 127.0.0.1; 0 takes a free one and keeps it over restarts
   */
  public Broker(Path directory, int port, Passwords passwords, SecureRandom random)
      throws IOException {
    this.directory = Objects.requireNonNull(directory, "directory");
    this.passwords = Objects.requireNonNull(passwords, "passwords");
    this.random = Objects.requireNonNull(random, "random");
    this.port = port == 0 ? freePort() : port;
  }

  /** The port, known before the start. */
  public int port() {
    return port;
  }

  /** Whether it runs. */
  public boolean running() {
    return running != null;
  }

  /**
   * Starts, and returns when connections are taken.
   *
   * @throws IOException when it cannot, e.g. because the port is taken
   */
  public void start() throws IOException {
    if (running != null) {
      return;
    }
    EmbeddedActiveMQ starting = new EmbeddedActiveMQ();
    starting.setConfiguration(configuration());
    starting.setSecurityManager(new Guard(passwords));
    try {
      starting.start();
      // Artemis logs an acceptor that cannot be made or bound and runs on without it.
      var acceptor = starting.getActiveMQServer().getRemotingService().getAcceptor(ACCEPTOR);
      if (acceptor == null || acceptor.getActualPort() != port) {
        throw new IOException("port " + port + " of 127.0.0.1 cannot be opened; is it taken?");
      }
      running = starting;
    } catch (IOException e) {
      stop(starting);
      throw e;
    } catch (Exception e) {
      stop(starting);
      throw new IOException("the broker does not start on port " + port, e);
    }
  }

  /** Stops; what is in the journal stays. Connections end at once. */
  public void stop() throws IOException {
    EmbeddedActiveMQ stopping = running;
    running = null;
    if (stopping != null) {
      stop(stopping);
    }
  }

  @Override
  public void close() throws IOException {
    stop();
  }

  private static void stop(EmbeddedActiveMQ broker) throws IOException {
    try {
      broker.stop();
    } catch (Exception e) {
      throw new IOException("the broker does not stop cleanly", e);
    }
  }

  private Configuration configuration() {
    Configuration configuration = new ConfigurationImpl();
    configuration.setName("platform");
    configuration.setPersistenceEnabled(true);
    configuration.setJournalType(JournalType.NIO);
    configuration.setJournalFileSize(JOURNAL_FILE);
    configuration.setJournalDirectory(directory.resolve("journal").toString());
    configuration.setBindingsDirectory(directory.resolve("bindings").toString());
    configuration.setLargeMessagesDirectory(directory.resolve("large").toString());
    configuration.setPagingDirectory(directory.resolve("paging").toString());
    configuration.setGlobalMaxSize(MEMORY);
    // A development machine's disk is often nearly full; the journal itself reports a full one.
    configuration.setMaxDiskUsage(-1);
    configuration.setJMXManagementEnabled(false);
    configuration.setMessageCounterEnabled(false);
    // Topics are addresses as they are; then permissions speak of topics.
    configuration.setWildCardConfiguration(
        new WildcardConfiguration().setDelimiter('/').setSingleWord('+').setAnyWords('#'));
    secure(configuration);
    configuration.addAddressSetting("#", settings());
    configuration.addQueueConfiguration(receiverQueue());
    configuration.addAcceptorConfiguration(acceptor());
    return configuration;
  }

  private void secure(Configuration configuration) {
    configuration.setSecurityEnabled(true);
    // The built-in administrator has a published password unless it gets another one.
    configuration.setClusterUser(Passwords.draw(random));
    configuration.setClusterPassword(Passwords.draw(random));
    // A cached login would let a second connection in under another client id.
    configuration.setAuthenticationCacheSize(0);
    configuration.setIncomingInterceptorClassNames(List.of(PacketGate.class.getName()));
  }

  private static AddressSettings settings() {
    return new AddressSettings()
        .setAutoCreateAddresses(true)
        .setAutoCreateQueues(true)
        .setAutoDeleteAddresses(false)
        .setAutoDeleteQueues(false)
        // Without a dead letter address the eleventh delivery would throw the message away.
        .setMaxDeliveryAttempts(-1);
  }

  /**
   * The receiver's shared subscription, there before the first kiosk connects: what is sent while
   * nobody has subscribed would be acknowledged and thrown away.
   */
  private static QueueConfiguration receiverQueue() {
    String[] parts = Topics.PLATFORM_SUBSCRIPTION.split("/", 3);
    return QueueConfiguration.of(parts[1] + "." + parts[2])
        .setAddress(parts[2])
        .setRoutingType(RoutingType.MULTICAST)
        .setDurable(true);
  }

  private TransportConfiguration acceptor() {
    return new TransportConfiguration(
        MqttOnlyAcceptorFactory.class.getName(),
        Map.of(
            TransportConstants.HOST_PROP_NAME,
            "127.0.0.1",
            TransportConstants.PORT_PROP_NAME,
            port,
            TransportConstants.PROTOCOLS_PROP_NAME,
            "MQTT",
            TransportConstants.USE_EPOLL_PROP_NAME,
            false),
        ACCEPTOR,
        Map.of("maximumPacketSize", LARGEST_PACKET, "topicAliasMaximum", 0));
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      return probe.getLocalPort();
    }
  }
}
