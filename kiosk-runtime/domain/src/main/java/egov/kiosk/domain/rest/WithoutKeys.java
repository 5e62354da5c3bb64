package egov.kiosk.domain.rest;

import egov.kiosk.domain.rest.RestException.Reason;
import java.util.Arrays;
import java.util.Set;

/**
 * Keeps in the open, under {@link RestKeyId#NONE}: for stores of tools and laboratories, which
 * protect nothing. A store made with it is foreign to every real {@link RestBox}, and the other way
 * round, so that nobody gets from one to the other by a slip of the configuration.
 */
public final class WithoutKeys implements RestBox {
  @Override
  public RestKeyId current() {
    return RestKeyId.NONE;
  }

  @Override
  public boolean knows(RestKeyId key) {
    return key.equals(RestKeyId.NONE);
  }

  @Override
  public byte[] seal(RestPlace place, byte[] beside, byte[] plain) {
    byte[] box = Arrays.copyOf(RestKeyId.NONE.bytes(), RestKeyId.LENGTH + plain.length);
    System.arraycopy(plain, 0, box, RestKeyId.LENGTH, plain.length);
    return box;
  }

  @Override
  public byte[] open(RestPlace place, byte[] beside, byte[] sealed) throws RestException {
    if (sealed.length < RestKeyId.LENGTH || !knows(RestKeyId.of(sealed))) {
      throw new RestException(Reason.KEY_UNKNOWN, "it is sealed, and there are no keys here");
    }
    return Arrays.copyOfRange(sealed, RestKeyId.LENGTH, sealed.length);
  }

  @Override
  public void using(String store, Set<RestKeyId> keys) {
    // There is no key that could go.
  }

  @Override
  public boolean former() {
    return false;
  }

  @Override
  public boolean used(String store) {
    return false;
  }
}
