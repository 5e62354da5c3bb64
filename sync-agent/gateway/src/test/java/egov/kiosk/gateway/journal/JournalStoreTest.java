package egov.kiosk.gateway.journal;

import egov.kiosk.gateway.store.AcceptedStore;
import egov.kiosk.gateway.store.AcceptedStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class JournalStoreTest extends AcceptedStoreContract {
  @TempDir Path directory;

  @Override
  protected AcceptedStore open() throws Exception {
    return JournalStore.open(directory);
  }
}
