package egov.kiosk.crypto.component;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.rest.KeyEvents;
import egov.kiosk.crypto.rest.RestKeys;
import egov.kiosk.crypto.rest.RestWrapping;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.rest.RestBox;
import egov.kiosk.domain.rest.RestException;
import egov.kiosk.domain.rest.RestKeyId;
import egov.kiosk.domain.rest.RestPlace;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Offers the data keys, wrapped by the custody that {@link CryptoComponent} is configured with.
 * Until they are open every call is refused, and opening is tried again and again.
 */
@Component(
    configurationPid = "rest-keys",
    service = {RestBox.class, HealthCheck.class, RestKeysComponent.class})
@Designate(ocd = RestKeysConfiguration.class)
public final class RestKeysComponent implements RestBox, HealthCheck {
  /** Where the wrapping comes from. */
  interface Custody {
    RestWrapping wrapping() throws CryptoException;
  }

  private final Path directory;
  private final RestKeysDiary diary = new RestKeysDiary();
  private final RestKeysKeeper keeper;

  /** Opens the keys, if custody is in order already. */
  @Activate
  public RestKeysComponent(@Reference CryptoComponent crypto, RestKeysConfiguration configuration) {
    this(
        crypto::restWrapping,
        Path.of(configuration.directory()),
        days(configuration),
        Clock.systemUTC());
    keeper.start();
  }

  RestKeysComponent(Custody custody, Path directory, int days, InstantSource clock) {
    this.directory = directory;
    keeper =
        new RestKeysKeeper(
            () -> open(custody, directory, clock, diary), directory, clock, diary, days);
    keeper.look();
  }

  private static RestKeys open(
      Custody custody, Path directory, InstantSource clock, KeyEvents events)
      throws CryptoException {
    return RestKeys.open(directory, custody.wrapping(), clock, new SecureRandom(), events);
  }

  private static int days(RestKeysConfiguration configuration) {
    int days = configuration.rotateDays();
    if (days < 1 || days > 3650) {
      throw new IllegalArgumentException("rest-keys: rotateDays is 1 to 3650");
    }
    return days;
  }

  /** Takes another period; another directory counts from the next start. */
  @Modified
  void modified(RestKeysConfiguration configuration) {
    keeper.days(days(configuration));
  }

  @Deactivate
  void deactivate() {
    keeper.close();
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindAudit(AuditLog log) {
    diary.log(log);
  }

  void unbindAudit(AuditLog log) {
    diary.forget(log);
  }

  /** What {@code kiosk keys rotate} asks for, without waiting for the note. */
  RestKeyId rotate() throws CryptoException {
    return keeper.rotate();
  }

  /** One round of the keeper. */
  void look() {
    keeper.look();
  }

  private RestKeys keys() throws RestException {
    return keeper.keys();
  }

  @Override
  public RestKeyId current() throws RestException {
    return keys().current();
  }

  @Override
  public boolean knows(RestKeyId key) throws RestException {
    return keys().knows(key);
  }

  @Override
  public byte[] seal(RestPlace place, byte[] beside, byte[] plain) throws RestException {
    return keys().seal(place, beside, plain);
  }

  @Override
  public byte[] open(RestPlace place, byte[] beside, byte[] sealed) throws RestException {
    return keys().open(place, beside, sealed);
  }

  @Override
  public void using(String store, Set<RestKeyId> keys) throws RestException {
    keys().using(store, keys);
  }

  @Override
  public boolean former() throws RestException {
    return keys().former();
  }

  @Override
  public boolean used(String store) throws RestException {
    return keys().used(store);
  }

  @Override
  public String name() {
    return RestKeysKeeper.NAME;
  }

  @Override
  public Finding check(Duration timeout) {
    return keeper.finding();
  }

  @Override
  public String toString() {
    return "RestKeysComponent[" + directory + "]";
  }

  /** Why nothing is open yet, before anybody has tried. */
  static CryptoException notYet() {
    return new CryptoException(CryptoFault.KEY_ABSENT, "the data keys are not open yet");
  }
}
