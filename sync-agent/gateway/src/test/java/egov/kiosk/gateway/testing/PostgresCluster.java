package egov.kiosk.gateway.testing;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * PostgreSQL 15 from Debian as a throw-away cluster on a loopback port. Since it refuses to run as
 * root it then runs as the user {@code postgres} of the package.
 */
public final class PostgresCluster implements AutoCloseable {
  private static final Path BINARIES = Path.of("/usr/lib/postgresql/15/bin");
  private static final String SERVER_USER = "postgres";
  private static final String USER = "gateway";

  private final AtomicInteger databases = new AtomicInteger();
  private final Path directory;
  private final int port;

  private PostgresCluster(Path directory, int port) {
    this.directory = directory;
    this.port = port;
  }

  public static PostgresCluster start() throws IOException {
    if (!Files.isExecutable(BINARIES.resolve("initdb"))) {
      throw new IOException("needs the Debian package postgresql-15");
    }
    Path directory = Files.createTempDirectory("gateway-postgres");
    if (root()) {
      Files.setOwner(
          directory,
          directory
              .getFileSystem()
              .getUserPrincipalLookupService()
              .lookupPrincipalByName(SERVER_USER));
    }
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    PostgresCluster cluster = new PostgresCluster(directory, ChildProcess.freePort());
    cluster.run(
        "initdb", "-D", cluster.data(), "-U", USER, "-A", "trust", "-E", "UTF8", "--no-locale");
    cluster.start0();
    return cluster;
  }

  private void start0() throws IOException {
    run(
        "pg_ctl",
        "-D",
        data(),
        "-w",
        "-t",
        "60",
        "-l",
        directory.resolve("log").toString(),
        "-o",
        "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=" + directory,
        "start");
  }

  /** Comes back after {@link #stop}. */
  public void restart() throws IOException {
    start0();
  }

  /** Ends every session at once, as a crash would. */
  public void stop() throws IOException {
    run("pg_ctl", "-D", data(), "-w", "-m", "immediate", "stop");
  }

  /** A new database; what a gateway's --store says. */
  public String database() throws SQLException {
    String name = "gateway" + databases.incrementAndGet();
    try (Connection connection = connect(address("postgres"));
        Statement sql = connection.createStatement()) {
      sql.execute("CREATE DATABASE " + name);
    }
    return address(name);
  }

  public static Connection connect(String address) throws SQLException {
    return DriverManager.getConnection("jdbc:" + address);
  }

  @Override
  public void close() throws IOException {
    stop();
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException failure)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private String address(String name) {
    return "postgresql://127.0.0.1:" + port + "/" + name + "?user=" + USER;
  }

  private String data() {
    return directory.resolve("data").toString();
  }

  private void run(String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if (root()) {
      command.addAll(List.of("runuser", "-u", SERVER_USER, "--"));
    }
    command.add(BINARIES.resolve(program).toString());
    command.addAll(List.of(arguments));
    Path log = Files.createTempFile("gateway-postgres", ".log");
    try {
      ChildProcess.run(log, command);
    } finally {
      Files.delete(log);
    }
  }

  private static boolean root() {
    return System.getProperty("user.name").equals("root");
  }
}
