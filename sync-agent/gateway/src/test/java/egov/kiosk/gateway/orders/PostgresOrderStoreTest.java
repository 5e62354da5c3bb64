package egov.kiosk.gateway.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egov.kiosk.gateway.postgres.Database;
import egov.kiosk.gateway.testing.PostgresCluster;
import egov.kiosk.gateway.testing.Servers;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.class)
class PostgresOrderStoreTest extends OrderStoreContract {
  private final String address;
  private final List<Database> opened = new ArrayList<>();

  PostgresOrderStoreTest(PostgresCluster cluster) throws Exception {
    address = cluster.database();
  }

  @AfterEach
  void close() {
    opened.forEach(Database::close);
  }

  @Override
  OrderStore open() {
    Database database = new Database(address, System::nanoTime);
    opened.add(database);
    return new PostgresOrderStore(database);
  }

  @Override
  void later() throws Exception {
    try (Connection connection = PostgresCluster.connect(address);
        Statement sql = connection.createStatement()) {
      sql.execute("UPDATE kiosk_order SET given_at = given_at - interval '1 hour'");
    }
  }

  @Test
  void twoWorkers_oneOfThemSendsAgain() throws Exception {
    OrderStore one = open();
    OrderStore other = open();
    one.put(command("c-1"));
    assertEquals(0, other.outstanding(NOW).size(), "it was sent just now");
    later();
    assertEquals(1, one.outstanding(NOW).size() + other.outstanding(NOW).size());
  }
}
