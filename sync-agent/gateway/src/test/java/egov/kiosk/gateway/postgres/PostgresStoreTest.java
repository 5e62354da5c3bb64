package egov.kiosk.gateway.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.gateway.store.AcceptedStore;
import egov.kiosk.gateway.store.AcceptedStoreContract;
import egov.kiosk.gateway.store.Candidate;
import egov.kiosk.gateway.testing.PostgresCluster;
import egov.kiosk.gateway.testing.Servers;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract, and what only a database can do, on a real PostgreSQL. */
@ExtendWith(Servers.class)
class PostgresStoreTest extends AcceptedStoreContract {
  private String address;

  PostgresStoreTest(PostgresCluster cluster) throws Exception {
    address = cluster.database();
  }

  @Override
  protected AcceptedStore open() {
    return new PostgresStore(new Database(address, System::nanoTime));
  }

  @BeforeEach
  void prepare() throws Exception {
    try (PostgresStore store = new PostgresStore(new Database(address, System::nanoTime))) {
      store.prepare();
    }
  }

  @Test
  void tables_ofANewerProgram_areRefusedUntouched() throws Exception {
    execute("UPDATE gateway_schema SET version = 99");
    try (AcceptedStore store = open()) {
      IOException refusal =
          assertThrows(IOException.class, () -> store.accept(List.of(candidate()), Instant.now()));
      assertTrue(refusal.getMessage().contains("0A000"), refusal::getMessage);
    }
    assertEquals(0, count("accepted"));
    assertEquals(99, number("SELECT version FROM gateway_schema"));
  }

  @Test
  void whatCitizensSay_isPassedOnToTheStream_whatKiosksSayIsNot() throws Exception {
    try (AcceptedStore store = open()) {
      store.accept(
          Arrays.stream(MessageKind.values()).map(PostgresStoreTest::candidate).toList(),
          Instant.now());
    }
    assertEquals(MessageKind.values().length, count("accepted"));
    assertEquals(3, count("outbox"), "a transaction, a rating, its reason");
  }

  @Test
  void twoWorkers_startingAtOnce_makeTheTablesOnce(PostgresCluster cluster) throws Exception {
    String fresh = cluster.database();
    List<Thread> workers =
        List.of(
            new Thread(() -> prepare(fresh)),
            new Thread(() -> prepare(fresh)),
            new Thread(() -> prepare(fresh)));
    workers.forEach(Thread::start);
    for (Thread worker : workers) {
      worker.join();
    }
    address = fresh;
    assertEquals(1, count("gateway_schema"));
    assertEquals(1, count("gateway_counter"));
  }

  @Test
  void session_endedByTheServer_isMadeAnew() throws Exception {
    try (AcceptedStore store = open()) {
      store.accept(List.of(candidate()), Instant.now());
      execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
              + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
      Awaitility.await()
          .atMost(Duration.ofSeconds(10))
          .until(
              () -> {
                try {
                  store.accept(List.of(candidate()), Instant.now());
                  return true;
                } catch (IOException e) {
                  return false;
                }
              });
    }
    assertEquals(2, count("accepted"));
    assertEquals(2, count("outbox"));
  }

  @Test
  void worker_frozenInsideATransaction_holdsOthersUpForSecondsOnly() throws Exception {
    Database frozen = new Database(address, System::nanoTime);
    Thread stuck =
        new Thread(
            () -> {
              try {
                frozen.transact(
                    connection -> {
                      Counter.lock(connection);
                      try {
                        Thread.sleep(60_000);
                      } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                      }
                      return null;
                    });
              } catch (IOException e) {
                Thread.currentThread().interrupt();
              }
            });
    stuck.start();
    try (AcceptedStore store = open()) {
      Awaitility.await()
          .until(
              () ->
                  number(
                          "SELECT count(*) FROM pg_stat_activity"
                              + " WHERE state = 'idle in transaction'"
                              + " AND datname = current_database()")
                      == 1);
      long before = System.nanoTime();
      store.accept(List.of(candidate()), Instant.now());
      long seconds = Duration.ofNanos(System.nanoTime() - before).toSeconds();
      assertTrue(seconds < 20, () -> "waited " + seconds + " s");
    }
    stuck.interrupt();
    stuck.join();
    frozen.close();
  }

  private static void prepare(String fresh) {
    try (PostgresStore store = new PostgresStore(new Database(fresh, System::nanoTime))) {
      store.prepare();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void execute(String statement) throws Exception {
    try (Connection connection = PostgresCluster.connect(address);
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  private long count(String table) throws Exception {
    return number("SELECT count(*) FROM " + table);
  }

  private long number(String query) throws Exception {
    try (Connection connection = PostgresCluster.connect(address);
        Statement sql = connection.createStatement();
        ResultSet row = sql.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static Candidate candidate() {
    return candidate(MessageKind.ITEM);
  }

  private static Candidate candidate(MessageKind kind) {
    return new Candidate(
        TransactionId.create(Instant.now()),
        kind,
        "zj-hz-000001",
        "QUERY-1",
        "0".repeat(64),
        new byte[] {1, 2, 3});
  }
}
