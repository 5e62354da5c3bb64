package egov.kiosk.identity;

import egov.kiosk.identity.pack.FacePackException;
import egov.kiosk.identity.pack.PackPlace;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pack in service, followed while it is switched from outside. Who asked earlier keeps what he
 * got; who asks after a switch gets the new one, or the old one if the new one is refused.
 */
final class PackInService implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PackInService.class);

  private final PackLoading loading;
  private final Optional<PackPlace> place;
  private final PackRecords records;
  private EngineLoader loader;
  private String stamp;
  private LoadedPack last;
  private boolean refused;

  /** Begins to load, and returns at once. */
  PackInService(IdentitySettings settings, InstantSource clock, PackRecords records) {
    this.records = records;
    this.loading = new PackLoading(settings, clock);
    this.place = settings.packDir().map(PackPlace::new);
    this.stamp = stampNow();
    this.loader = started();
  }

  private String stampNow() {
    return place.map(PackPlace::stamp).orElse("");
  }

  private EngineLoader started() {
    EngineLoader fresh = new EngineLoader(loading::load);
    fresh.start();
    return fresh;
  }

  /**
   * The pack, waited for.
   *
   * @return empty when none is loaded after that time
   * @throws FacePackException when it was refused, and there is none before it
   */
  Optional<LoadedPack> pack(Duration timeout) throws FacePackException, InterruptedException {
    EngineLoader asked = follow();
    if (asked == null) {
      return Optional.of(kept());
    }
    try {
      Optional<LoadedPack> loaded = asked.engine(timeout);
      loaded.ifPresent(pack -> keep(asked, pack));
      return loaded.isPresent() ? loaded : Optional.ofNullable(kept());
    } catch (FacePackException e) {
      return Optional.of(insteadOf(asked, e));
    }
  }

  /** The loader to ask; null when the last switch was refused, and the pack before it serves. */
  private synchronized EngineLoader follow() {
    place.flatMap(PackPlace::installed).ifPresent(records::installed);
    String now = stampNow();
    if (!now.equals(stamp)) {
      stamp = now;
      refused = false;
      loader.close();
      loader = started();
    }
    return refused ? null : loader;
  }

  private synchronized LoadedPack kept() {
    return last;
  }

  private synchronized void keep(EngineLoader asked, LoadedPack pack) {
    if (asked == loader) {
      last = pack;
      records.serves(pack);
    }
  }

  private synchronized LoadedPack insteadOf(EngineLoader asked, FacePackException refusal)
      throws FacePackException {
    if (last == null) {
      throw refusal;
    }
    if (asked == loader && !refused) {
      refused = true;
      last = new LoadedPack(last.engine(), Optional.of(refusal.getMessage()));
      records.serves(last);
      LOG.error("face pack {} stays in service", last.engine().packId());
    }
    return last;
  }

  /** Waits a few seconds for loading to end. */
  @Override
  public synchronized void close() {
    loader.close();
  }
}
