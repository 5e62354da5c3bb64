package egov.kiosk.gateway.audit;

import egov.kiosk.gateway.postgres.Database;
import egov.kiosk.gateway.testing.PostgresCluster;
import egov.kiosk.gateway.testing.Servers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same desk with its book in a real PostgreSQL. */
@ExtendWith(Servers.class)
class PostgresAnchorsTest extends AnchorDeskTest {
  private final String address;

  PostgresAnchorsTest(PostgresCluster cluster) throws Exception {
    address = cluster.database();
  }

  @Override
  AnchorDesk open(Path authorities) throws Exception {
    return AnchorDesk.open(new Database(address, System::nanoTime), authorities, () -> NOW);
  }

  @Override
  int kept() throws Exception {
    return count("SELECT count(*) FROM audit_anchor WHERE kiosk_id = ?", KIOSK);
  }

  @Override
  boolean found(String word) throws Exception {
    return count(
            "SELECT count(*) FROM audit_finding"
                + " WHERE kiosk_id || ' ' || judgement || ' ' || detail LIKE ?",
            "%" + word + "%")
        > 0;
  }

  private int count(String query, String value) throws SQLException {
    try (Connection connection = PostgresCluster.connect(address);
        PreparedStatement sql = connection.prepareStatement(query)) {
      sql.setString(1, value);
      try (ResultSet row = sql.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }
}
