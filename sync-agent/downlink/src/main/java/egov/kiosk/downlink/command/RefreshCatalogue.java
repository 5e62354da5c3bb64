package egov.kiosk.downlink.command;

import egov.kiosk.domain.fleet.CatalogueStore;
import egov.kiosk.domain.fleet.CommandHandler;
import egov.kiosk.domain.fleet.CommandResult;
import egov.kiosk.domain.fleet.FleetLine;
import egov.kiosk.domain.fleet.UpChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * {@code refresh-catalogue}: reads the service items from the disk again and asks the platform for
 * newer ones.
 */
public final class RefreshCatalogue implements CommandHandler {
  private static final byte[] REQUEST =
      "{\"kind\":\"desired-request\"}".getBytes(StandardCharsets.US_ASCII);

  private final Supplier<Optional<CatalogueStore>> catalogue;
  private final Supplier<Optional<FleetLine>> line;

  public RefreshCatalogue(
      Supplier<Optional<CatalogueStore>> catalogue, Supplier<Optional<FleetLine>> line) {
    this.catalogue = catalogue;
    this.line = line;
  }

  @Override
  public String name() {
    return "refresh-catalogue";
  }

  @Override
  public CommandResult run(Map<String, String> arguments) {
    Optional<CatalogueStore> store = catalogue.get();
    if (store.isEmpty()) {
      return CommandResult.failed("there is no catalogue; see the self-test");
    }
    int items = store.get().reload();
    return CommandResult.done(items + " items in service, version " + store.get().version());
  }

  @Override
  public boolean answered() {
    line.get().ifPresent(open -> open.send(UpChannel.EVENT, REQUEST));
    return true;
  }
}
