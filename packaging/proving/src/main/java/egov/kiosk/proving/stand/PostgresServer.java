package egov.kiosk.proving.stand;

import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.proving.child.Child;
import egov.kiosk.proving.child.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * PostgreSQL 15 from Debian as a throw-away cluster with one database, on one loopback port. It
 * refuses to be root, so for root it runs as the user its package made.
 */
final class PostgresServer implements AutoCloseable {
  private static final Path BINARIES = Path.of("/usr/lib/postgresql/15/bin");
  private static final String LOOPBACK = "127.0.0.1";
  private static final String USER = "gateway";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration STOP = Duration.ofSeconds(5);
  private static final long LOOK_MILLIS = 50;
  private static final String SETTINGS =
      " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=30"
          + " -c shared_buffers=16MB -c min_wal_size=4MB -c max_wal_size=16MB"
          // What is killed shall leave nothing behind outside of its directory.
          + " -c dynamic_shared_memory_type=mmap -c restart_after_crash=off";

  private final Path data;
  private final Path log;
  private final int port;
  private Child child;

  private PostgresServer(Path data, Path log, int port) {
    this.data = data;
    this.log = log;
    this.port = port;
  }

  /** Whether this machine has it. */
  static boolean here() {
    return Files.isExecutable(BINARIES.resolve("initdb")) && Shell.has("psql", "setpriv");
  }

  /**
   * Makes a cluster and starts it.
   *
   * @param place an existing directory everybody may pass through
   */
  static PostgresServer create(Path place, Path log, int port)
      throws IOException, InterruptedException {
    Path data = place.resolve("postgres");
    PostgresServer server = new PostgresServer(data, log, port);
    Shell.run("mkdir -m 700 '%s'".formatted(data));
    if (root()) {
      Shell.run("chown postgres:postgres '%s'".formatted(data));
    }
    Shell.run(
        "%s%s/initdb -D '%s' -U %s -A trust -E UTF8 --no-locale --wal-segsize=1"
            .formatted(as(), BINARIES, data, USER));
    server.start();
    server.ask("postgres", "CREATE DATABASE " + USER);
    return server;
  }

  /** What a gateway's store is called. */
  String address() {
    return "postgresql://" + LOOPBACK + ":" + port + "/" + USER + "?user=" + USER;
  }

  /** Starts it on what is on the disk, and waits until it answers. */
  void start() throws IOException, InterruptedException {
    String line =
        "exec %s%s/postgres -D '%s' -p %d%s".formatted(as(), BINARIES, data, port, SETTINGS);
    child = Child.start(List.of("/bin/sh", "-c", line), Map.of(), log, said -> {});
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!answers()) {
      if (System.nanoTime() - end > 0 || !child.alive()) {
        throw new IOException("PostgreSQL does not start; see " + log);
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }

  private boolean answers() throws InterruptedException {
    try {
      Shell.run("%s/pg_isready -q -h %s -p %d -d postgres".formatted(BINARIES, LOOPBACK, port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** SIGKILL for the server and every process of it. */
  void kill() throws InterruptedException {
    child.killAll();
  }

  /** Id and official number of every transaction that is in the table. */
  Map<String, String> accepted() throws IOException, InterruptedException {
    Map<String, String> numbers = new HashMap<>();
    String rows =
        ask(
            USER,
            "SELECT id, acceptance_number FROM accepted WHERE kind = '%s'"
                .formatted(MessageKind.ITEM.word()));
    rows.lines().filter(row -> !row.isBlank()).forEach(row -> put(numbers, row.split("\\|")));
    return numbers;
  }

  private static void put(Map<String, String> numbers, String... row) {
    if (numbers.put(row[0], row[1]) != null) {
      throw new IllegalStateException("a primary key twice: " + row[0]);
    }
  }

  private String ask(String database, String question) throws IOException, InterruptedException {
    return Shell.run(
        "psql -X -h %s -p %d -U %s -d %s -v ON_ERROR_STOP=1 -Atc \"%s\""
            .formatted(LOOPBACK, port, USER, database, question));
  }

  /** Its processes end with us, whoever they run as. */
  private static String as() {
    String user = root() ? "--reuid postgres --regid postgres --clear-groups " : "";
    return "setpriv " + user + "--pdeathsig KILL ";
  }

  private static boolean root() {
    return System.getProperty("user.name").equals("root");
  }

  /** Stops it in peace, since only then it gives its shared memory back. */
  @Override
  public void close() {
    try {
      child.stop(STOP);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
