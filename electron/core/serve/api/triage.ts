import {
  keepLayer,
  keepReview,
  lastReview,
  layerAt,
  placesAbove,
  rulesAt,
  runTriageBench,
  triagePlaces,
  troubleBelow,
} from '#core/triage';
import type { BothLanguages, Category, TriageAbout, TriageLayer, TriageLayerView } from '#shared/contract';
import { CATEGORY_WORDS } from '#shared/messages';
import {
  CARD_VERSION,
  type LayerTrouble,
  layerTrouble,
  PACK_VERSION,
  resolveRules,
  reviewDueAt,
  saysTheSame,
  signedLayer,
} from '#shared/triage';
import type { ConsoleApi } from '../console-api.ts';
import { DONE, type Parts, refusal, SIGN_IN_FIRST, whoIsAtDesk } from '../parts.ts';

type TriageApi = Pick<
  ConsoleApi,
  'triageRules' | 'triagePlaces' | 'triageLayer' | 'saveTriageLayer' | 'triageBench' | 'triageAbout' | 'reviewTriage'
>;

const CHANGED = ['settings', 'triage'] as const;
const NO_SUCH_PLACE = refusal('notThere', {
  en: 'This property or group is not there any more. Nothing was saved.',
  es: 'Esta propiedad o grupo ya no existe. No se guardó nada.',
});
const CHANGED_MEANWHILE = refusal('changedMeanwhile', {
  en: 'Somebody saved a newer version meanwhile. Nothing was overwritten; look at theirs and enter your change again.',
  es: 'Alguien guardó otra versión mientras tanto. No se sobrescribió nada; revise la suya y vuelva a ingresar su cambio.',
});
const BENCH_BUSY = refusal('benchBusy', {
  en: 'Texts are being judged already. Wait until that is done.',
  es: 'Ya se están juzgando mensajes. Espere a que termine.',
});
const BENCH_FAILED = refusal('benchFailed', {
  en: 'Judging took too long or too much memory, and was stopped. Try fewer texts; nothing else was touched.',
  es: 'Tardó demasiado o usó demasiada memoria y se detuvo. Pruebe con menos mensajes; no se tocó nada más.',
});

/** Cards, numbers and phrases: what holds at a place, changing it, trying a change, and looking it all over. */
export function triageApi(parts: Parts): TriageApi {
  const { store, desk, clock } = parts;
  let isJudging = false;
  return {
    triageRules: (propertyId) => rulesAt(store.read, propertyId),
    triagePlaces: () => triagePlaces(store.read),
    triageLayer: (place) => layerView(parts, place),
    saveTriageLayer(layer) {
      const by = whoIsAtDesk(parts);
      if (by?.kind !== 'staff') return SIGN_IN_FIRST;
      const view = layerView(parts, layer.place);
      if (view === null) return NO_SUCH_PLACE;
      if (view.layer.version !== layer.version) return CHANGED_MEANWHILE;
      const trouble = [...misplacedCards(layer), ...layerTrouble(view.above, layer)];
      if (trouble.length > 0) return refusal('badTriage', troubleWords(trouble));
      if (saysTheSame(view.layer, layer)) return DONE;
      const below = troubleBelow(store.read, view.layer, layer).map((why) => ({ part: 'numbers' as const, why }));
      if (below.length > 0) return refusal('badTriage', troubleWords(below));
      const signed = signedLayer(view.layer, layer, by.name);
      desk.change(CHANGED, (db, author) => keepLayer(db, signed, author), by);
      return DONE;
    },
    async triageBench(input) {
      if (!whoIsAtDesk(parts)) return SIGN_IN_FIRST;
      const named = [input.place, ...placesNamed(input.against)];
      if (named.some((place) => placesAbove(store.read, place) === null)) return NO_SUCH_PLACE;
      if (isJudging) return BENCH_BUSY;
      isJudging = true;
      try {
        const value = await runTriageBench(store.folder, input);
        return value === null ? BENCH_FAILED : { ok: true, value };
      } finally {
        isJudging = false;
      }
    },
    triageAbout: () => aboutOf(parts),
    reviewTriage() {
      const by = whoIsAtDesk(parts);
      if (by?.kind !== 'staff') return SIGN_IN_FIRST;
      const review = {
        at: clock.now(),
        by: by.name,
        packVersion: PACK_VERSION,
        cardVersion: CARD_VERSION,
        companyVersion: layerAt(store.read, 'company').version,
      };
      desk.change(CHANGED, (db, author) => keepReview(db, review, author), by);
      return DONE;
    },
  };
}

function layerView({ store }: Parts, place: string): TriageLayerView | null {
  const places = placesAbove(store.read, place);
  if (places === null) return null;
  const above = places.map((each) => layerAt(store.read, each));
  const layer = layerAt(store.read, place);
  return { layer, above, inForce: resolveRules([...above, layer]) };
}

function placesNamed(against: Parameters<ConsoleApi['triageBench']>[0]['against']): readonly string[] {
  switch (against.kind) {
    case 'nothing':
      return [];
    case 'draft':
      return [against.layer.place];
    case 'place':
      return [against.place];
  }
}

/** A card that stands where another one belongs. */
function misplacedCards({ cards }: TriageLayer): readonly LayerTrouble[] {
  return Object.entries(cards).flatMap(([category, card]) =>
    card.category === category
      ? []
      : [
          {
            part: category as Category, // the keys of a layer's cards are categories
            why: { en: 'this is the card of another category.', es: 'esta es la tarjeta de otra categoría.' },
          },
        ],
  );
}

function troubleWords(trouble: readonly LayerTrouble[]): BothLanguages {
  const line = ({ part, why }: LayerTrouble, language: 'en' | 'es'): string =>
    part === 'numbers' || part === 'phrases' ? why[language] : `${CATEGORY_WORDS[language][part]}: ${why[language]}`;
  const words = (language: 'en' | 'es'): string => trouble.map((each) => line(each, language)).join(' ');
  return { en: `Nothing was saved. ${words('en')}`, es: `No se guardó nada. ${words('es')}` };
}

function aboutOf({ store }: Parts): TriageAbout {
  const review = lastReview(store.read);
  return {
    packVersion: PACK_VERSION,
    cardVersion: CARD_VERSION,
    changedAt: triagePlaces(store.read)
      .filter((each) => each.version > 0)
      .map((each) => {
        const { cards, signedBy } = layerAt(store.read, each.place);
        return { ...each, cards: Object.keys(cards) as Category[], signedBy }; // the keys of a layer's cards are categories
      }),
    review,
    reviewDueAt: reviewDueAt(review),
  };
}
