import type { ImportPreview } from '#core/portfolio';
import type {
  AlarmView,
  Answer,
  AppInfo,
  BenchInput,
  BenchResult,
  CallerMatch,
  GatewayInput,
  GatewayKindView,
  GatewaySaved,
  GatewaySlotView,
  GatewayTest,
  GatewayTestInput,
  HandOverDeskInput,
  HandoffRow,
  InboxDecision,
  InboxItem,
  IncidentAction,
  IncidentView,
  LadderPreview,
  MarkedText,
  Noted,
  OutboxEntry,
  OutboxFilter,
  PasteBlock,
  PlaceMatch,
  PolicyLayer,
  PolicyLayerView,
  PolicyPlace,
  PolicyPlaceView,
  PolicySaveInput,
  PortfolioView,
  PracticePhone,
  PreviewInput,
  Property,
  QueueList,
  QueueRow,
  QueueTab,
  Readiness,
  ReadinessAcceptance,
  RelatedView,
  ReportDraft,
  ReportInput,
  Responder,
  RetryInput,
  ReviewDays,
  ReviewView,
  SearchHit,
  SessionView,
  StatusView,
  TemplateKind,
  TemplateSaveInput,
  TemplatesView,
  TextTemplate,
  TimerView,
  TriageAbout,
  TriageLayer,
  TriageLayerView,
  TriageMark,
  TriagePlace,
  TriageRules,
  WatchSettings,
  WatchView,
} from '#shared/contract';
import type { FeedsApi, OnCallApi, WeatherApi } from './oncall-api.ts';

/** The gateway in use as the settings screen lists it. */
export type GatewayView = {
  readonly kind: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly secretsSet: readonly string[];
  /** What to paste into the gateway's own configuration, e.g. Kannel's get-url. */
  readonly paste: readonly PasteBlock[];
  readonly kinds: readonly GatewayKindView[];
};

/** A call that a softphone handed over, and the property whose number was called; null where it is that of none. */
export type HandedCall = {
  readonly from: string;
  readonly to: string;
  readonly at: number;
  readonly propertyId: string | null;
};

/** Everything a window may ask of the core. Inputs have been parsed; `staffId` is whoever is signed in at the desk. */
export type ConsoleApi = OnCallApi &
  FeedsApi &
  WeatherApi & {
    appInfo(): AppInfo;
    showDemo(): Promise<Answer<null>>;
    setUpCompany(input: {
      name: string;
      zone: string;
      language: 'en' | 'es';
      staffName: string;
      pin: string;
    }): Promise<Answer<null>>;

    session(): SessionView;
    signIn(input: { staffId: string; pin: string }): Promise<Answer<SessionView>>;
    /** Closes the desk session and makes its handoff. */
    signOut(): Promise<Answer<{ handoffId: string }>>;
    /** The next one takes the desk: one night goes on, with both names. */
    handOverDesk(input: HandOverDeskInput): Promise<Answer<SessionView>>;

    status(): StatusView;
    /** What is ready for tonight, and what is not or cannot be known. */
    readiness(): Readiness;
    /** A test message to each of tonight's people who has received none lately; to nobody else, and to none twice. */
    testPeople(): Answer<{ readonly queued: number }>;
    /** What is not ready is known and accepted by whoever is signed in, until the night is over. */
    acceptReadiness(input: ReadinessAcceptance): Answer<null>;
    queueList(tab: QueueTab, isByProperty?: boolean): QueueList;
    queueRows(ids: readonly string[]): readonly QueueRow[];
    incident(id: string): IncidentView | null;
    /** What an incident may be one with: repeats of it, and the rest of its building. */
    related(id: string): RelatedView;
    act(action: IncidentAction): Promise<Answer<null>>;
    timers(): readonly TimerView[];
    search(text: string): readonly SearchHit[];

    /** The last call that a softphone handed over; null when there was none. */
    lastCall(): HandedCall | null;
    callerByNumber(phone: string): readonly CallerMatch[];
    places(text: string): readonly PlaceMatch[];
    ladderPreview(input: PreviewInput): LadderPreview;
    report(input: ReportInput): Promise<Answer<{ incidentId: string; number: number }>>;
    drafts(): readonly ReportDraft[];
    saveDraft(draft: ReportDraft): void;
    discardDraft(id: string): void;

    inbox(): readonly InboxItem[];
    decideInbox(decision: InboxDecision): Promise<Answer<null>>;
    alarms(): readonly AlarmView[];
    hearAlarms(): Promise<Answer<null>>;

    portfolio(): PortfolioView;
    residentsOf(propertyId: string): readonly PlaceMatch[];
    previewImport(input: {
      kind: 'properties' | 'units' | 'residents' | 'responders' | 'auto';
      csv: string;
    }): Promise<ImportPreview>;
    applyImport(input: {
      kind: 'properties' | 'units' | 'residents' | 'responders' | 'auto';
      csv: string;
    }): Promise<Answer<{ created: number; updated: number; unchanged: number; rowsLeftOut: number } & Noted>>;
    saveResponder(input: Omit<Responder, 'id' | 'phone'> & { id: string | null; phone: string }): Answer<Noted>;
    saveProperty(property: Property): Answer<Noted>;
    addStaff(input: {
      name: string;
      role: 'coordinator' | 'manager' | 'admin';
      pin: string;
      language: 'en' | 'es';
      responderId: string | null;
    }): Promise<Answer<null>>;

    /** Cards, numbers and phrases in force at a property; the company's for null. */
    triageRules(propertyId: string | null): TriageRules;
    /** What is to be marked of the last days, what was, and the figures that come from the marks. */
    triageReview(days: ReviewDays): ReviewView;
    /** Every text that bears one of these marks, newest first: for the test bench. */
    markedTexts(marks: readonly TriageMark[]): readonly MarkedText[];
    /** Every place that may say something of its own about triage. */
    triagePlaces(): readonly TriagePlace[];
    /** What one place says, and what the places above it say; null for a place that does not exist. */
    triageLayer(place: string): TriageLayerView | null;
    /** `layer.version` is the one it was made from; it is counted up and signed here. */
    saveTriageLayer(layer: TriageLayer): Answer<null>;
    /** Judges texts by the rules in force and by others. Nothing of it is stored. */
    triageBench(input: BenchInput): Promise<Answer<BenchResult>>;
    triageAbout(): TriageAbout;
    /** Whoever is signed in has looked triage over. */
    reviewTriage(): Answer<null>;

    /** Every place that may say ladders of its own. */
    policyPlaces(): readonly PolicyPlaceView[];
    /** What one place says, and what holds there; null for a place that does not exist. */
    policyLayer(place: PolicyPlace): PolicyLayerView | null;
    /** `layer.version` is the one it was made from; it is counted up and signed here, by the owner of the rules alone. */
    savePolicyLayer(input: PolicySaveInput): Answer<null>;
    /** What a place said in a version that was signed there; null where it never did. */
    policyVersion(place: PolicyPlace, version: number): PolicyLayer | null;
    /** Hands the rules to somebody else: their owner may, and an admin. */
    setRulesOwner(staffId: string): Answer<null>;
    /** The texts to residents that the company words for itself, as they hold now. */
    templates(): TemplatesView;
    /** Every version of one text that was signed, the newest first. */
    templateVersions(kind: TemplateKind, language: 'en' | 'es'): readonly TextTemplate[];
    /** A text of null goes back to the built-in one. Signed by the owner of the rules alone. */
    saveTemplate(input: TemplateSaveInput): Answer<null>;
    gateway(): GatewayView;
    /** Every place for a gateway, the empty ones too. */
    gateways(): readonly GatewaySlotView[];
    /** Kinds that a place may be given. */
    gatewayKinds(): readonly GatewayKindView[];
    saveGateway(input: GatewayInput): Promise<Answer<GatewaySaved>>;
    testGateway(input: GatewayTestInput): Promise<Answer<GatewayTest>>;
    gatewayTest(key: string): GatewayTest | null;
    outbox(filter: OutboxFilter): readonly OutboxEntry[];
    /** Once more, now. Refused as `mayBeTwice` where it may have arrived and nobody has confirmed. */
    retryMessage(input: RetryInput): Answer<null>;
    /** It need not leave any more. One that is on its way is not called back. */
    cancelMessage(key: string): Answer<null>;

    /** The watch on a second computer, and the key that it needs. */
    watch(): WatchView;
    saveWatch(settings: WatchSettings): Promise<Answer<WatchView>>;
    /** From now on only the new one counts. */
    makeWatchKey(): Answer<WatchView>;

    /** `find`: residents to show too, by name, number or unit; the first ones where it is empty. */
    practicePhones(find?: string | null): readonly PracticePhone[];
    practiceReply(input: { phone: string; text: string }): Promise<Answer<null>>;
    practiceTrouble(trouble: 'none' | 'refusing' | 'down' | 'silent'): void;

    handoffs(): readonly HandoffRow[];
    /** Makes (again) the handoff of a session, or of the running one up to now. The PDF is at `/documents/handoff/ID.pdf`. */
    makeHandoff(sessionId: string | null): Promise<Answer<{ handoffId: string }>>;
  };
