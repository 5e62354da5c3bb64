package egov.kiosk.gateway.orders;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FileOrderStoreTest extends OrderStoreContract {
  @TempDir Path directory;

  @Override
  OrderStore open() throws Exception {
    return new FileOrderStore(directory);
  }
}
