package egov.kiosk.bench.fleet;

import egov.kiosk.bench.sync.Mosquitto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Debian's mosquitto as a county would run it: mutual TLS, the certificate's name is user and
 * client id, each kiosk reaches its own topics only. It keeps nothing on disk, so a broker that was
 * killed knows no session: the worst case of a storm.
 */
final class FleetBroker implements AutoCloseable {
  /** The gateway's worker and its certificate. */
  static final String GATEWAY = "gateway-1";

  /** Who stands for the platform's other consumers. */
  static final String COLLECTOR = "collector";

  private static final List<String> RIGHTS =
      List.of(
          "pattern write egov/1/%u/up/#",
          "pattern write egov/1/%u/state/#",
          "pattern read egov/1/%u/down/#",
          "pattern read egov/1/%u/desired/#",
          "user " + GATEWAY,
          "topic readwrite egov/1/#",
          "user " + COLLECTOR,
          "topic read egov/1/#");

  private final Path work;
  private final DeviceCertificates certificates;
  private final int port;
  private Mosquitto process;

  FleetBroker(Path work, DeviceCertificates certificates) throws IOException {
    this.work = work;
    this.certificates = certificates;
    port = Mosquitto.freePort();
  }

  /** Starts it, again on the same port. */
  synchronized void start() throws IOException, InterruptedException {
    Path rights = Files.createDirectories(work).resolve("acl");
    Files.write(rights, RIGHTS);
    process =
        Mosquitto.start(
            work,
            port,
            List.of(
                // Otherwise it becomes another user, who cannot read the keys.
                "user " + System.getProperty("user.name"),
                "per_listener_settings false",
                "listener " + port + " 127.0.0.1",
                "cafile " + certificates.authority(),
                "certfile " + certificates.certificate("broker"),
                "keyfile " + certificates.key("broker"),
                "require_certificate true",
                "use_identity_as_username true",
                "use_username_as_clientid true",
                "acl_file " + rights,
                "persistence false",
                "max_inflight_messages 1000",
                "max_queued_messages 0",
                "max_packet_size 268435",
                "set_tcp_nodelay true",
                "log_dest file " + work.resolve("log"),
                "log_type error",
                "log_type warning"));
  }

  int port() {
    return port;
  }

  synchronized long pid() {
    return process.pid();
  }

  synchronized void kill() throws InterruptedException {
    process.kill();
  }

  @Override
  public synchronized void close() throws InterruptedException {
    if (process != null) {
      process.close();
    }
  }
}
