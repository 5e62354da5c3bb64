package egov.kiosk.crypto.hostile;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Ways to spoil a DER value at one place of it, everything around made to fit again. */
enum Mangling {
  BIT_FLIPPED {
    @Override
    byte[] spoil(Value value, Random random) {
      byte[] bent = value.encoded();
      bent[random.nextInt(bent.length)] ^= (byte) (1 << random.nextInt(8));
      return bent;
    }
  },
  CUT_OFF {
    @Override
    byte[] spoil(Value value, Random random) {
      byte[] whole = value.encoded();
      return Arrays.copyOf(whole, random.nextInt(whole.length));
    }
  },
  TRAILING {
    @Override
    byte[] spoil(Value value, Random random) {
      return joined(value.encoded(), randomBytes(random, 1 + random.nextInt(8)));
    }
  },
  LENGTH_LIES {
    @Override
    byte[] spoil(Value value, Random random) {
      byte[] whole = value.encoded();
      whole[1] = (byte) random.nextInt(256);
      return whole;
    }
  },
  LENGTH_LONGER_THAN_NEEDED {
    @Override
    byte[] spoil(Value value, Random random) {
      int length = value.body().length;
      return joined(
          new byte[] {
            (byte) value.tag(),
            (byte) 0x83,
            (byte) (length >> 16),
            (byte) (length >> 8),
            (byte) length
          },
          value.body());
    }
  },
  INDEFINITE {
    @Override
    byte[] spoil(Value value, Random random) {
      return joined(
          new byte[] {(byte) value.tag(), (byte) 0x80}, joined(value.body(), new byte[] {0, 0}));
    }
  },
  ENORMOUS_LENGTH {
    @Override
    byte[] spoil(Value value, Random random) {
      return joined(
          new byte[] {(byte) value.tag(), (byte) 0x84, 0x7f, (byte) 0xff, (byte) 0xff, (byte) 0xff},
          value.body());
    }
  },
  NESTED_DEEPLY {
    @Override
    byte[] spoil(Value value, Random random) {
      byte[] inside = value.encoded();
      for (int depth = 0; depth < 40; depth++) {
        inside = Value.encode(0x30, inside);
      }
      return inside;
    }
  },
  HUGE_INTEGER {
    @Override
    byte[] spoil(Value value, Random random) {
      return Value.encode(2, randomBytes(random, 4000));
    }
  },
  NEGATIVE_INTEGER {
    @Override
    byte[] spoil(Value value, Random random) {
      return new byte[] {2, 1, (byte) 0x80};
    }
  },
  OTHER_TAG {
    @Override
    byte[] spoil(Value value, Random random) {
      return Value.encode(random.nextInt(256), value.body());
    }
  },
  EMPTIED {
    @Override
    byte[] spoil(Value value, Random random) {
      return new byte[] {(byte) value.tag(), 0};
    }
  },
  TWICE {
    @Override
    byte[] spoil(Value value, Random random) {
      return joined(value.encoded(), value.encoded());
    }
  },
  LEFT_OUT {
    @Override
    byte[] spoil(Value value, Random random) {
      return new byte[0];
    }
  },
  ANYTHING {
    @Override
    byte[] spoil(Value value, Random random) {
      return randomBytes(random, random.nextInt(64));
    }
  };

  /** What stands in the place of the value. */
  abstract byte[] spoil(Value value, Random random);

  /** The whole, spoilt at a place picked at random. */
  byte[] of(byte[] good, Random random) {
    Value whole = Value.of(good);
    List<Value> places = new ArrayList<>();
    whole.collect(places);
    Value place = places.get(random.nextInt(places.size()));
    return whole.with(place, spoil(place, random));
  }

  static byte[] joined(byte[] one, byte[] other) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(one);
    out.writeBytes(other);
    return out.toByteArray();
  }

  static byte[] randomBytes(Random random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
