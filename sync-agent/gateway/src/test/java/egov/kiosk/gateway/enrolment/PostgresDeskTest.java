package egov.kiosk.gateway.enrolment;

import egov.kiosk.gateway.postgres.Database;
import egov.kiosk.gateway.testing.PostgresCluster;
import egov.kiosk.gateway.testing.Servers;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.class)
class PostgresDeskTest extends DeskContract {
  private final PostgresCluster postgres;

  PostgresDeskTest(PostgresCluster postgres) {
    this.postgres = postgres;
  }

  @Override
  EnrolmentBook book() throws Exception {
    return new PostgresBook(new Database(postgres.database(), System::nanoTime));
  }
}
