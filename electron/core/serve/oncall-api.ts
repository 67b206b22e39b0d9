import type {
  Answer,
  CalendarView,
  CoverInput,
  ExportInput,
  ExportView,
  FeedInput,
  FeedPreview,
  FeedsView,
  FeedTitleInput,
  GapDecisionInput,
  LoadView,
  OnCallChange,
  OnCallNow,
  OnCallOutlook,
  ReminderSettings,
  Rotation,
  Shift,
  SwapInput,
  TakeOverInput,
  TimeOffInput,
  WeatherSettings,
  WeatherSwitchInput,
  WeatherView,
} from '#shared/contract';

/** The plan of who is on call. Nothing here changes who was on before now. */
export type OnCallApi = {
  onCallNow(): readonly OnCallNow[];
  calendar(input: { from: number; to: number }): CalendarView;
  /** What is wrong in the next 14 days, and the reminders. */
  outlook(): OnCallOutlook;
  load(input: { from: number; to: number }): LoadView;
  saveShift(shift: Shift): Answer<OnCallChange>;
  removeShift(id: string): Answer<OnCallChange>;
  saveRotation(rotation: Rotation): Answer<OnCallChange>;
  removeRotation(id: string): Answer<OnCallChange>;
  addCover(cover: CoverInput): Answer<OnCallChange>;
  /** One of a swap takes the other with it. */
  removeCover(id: string): Answer<OnCallChange>;
  swap(input: SwapInput): Answer<OnCallChange>;
  takeOver(input: TakeOverInput): Answer<OnCallChange>;
  addTimeOff(input: TimeOffInput): Answer<OnCallChange>;
  removeTimeOff(id: string): Answer<OnCallChange>;
  decideGap(input: GapDecisionInput): Answer<OnCallChange>;
  removeDecision(id: string): Answer<OnCallChange>;
  /** The responder said so by phone. */
  confirmReminder(id: string): Answer<null>;
  saveReminders(settings: ReminderSettings): Answer<null>;
  exportView(): ExportView;
  saveExport(input: ExportInput): Promise<Answer<ExportView>>;
  /** Makes the old address worthless. */
  newExportKey(): Answer<ExportView>;
};

/** Live calendars. */
export type FeedsApi = {
  feeds(): FeedsView;
  /** Reads it once and saves nothing. */
  tryFeed(input: FeedInput): Promise<Answer<FeedPreview>>;
  /** Saves one that can be read. */
  saveFeed(input: FeedInput): Promise<Answer<{ id: string }>>;
  removeFeed(id: string): Answer<null>;
  /** Asks every live calendar now; resolves when each has answered or been given up. */
  refreshFeeds(): Promise<Answer<null>>;
  mapTitle(input: FeedTitleInput): Promise<Answer<null>>;
  unmapTitle(id: string): Promise<Answer<null>>;
};

/** The weather that tightens what is dispatched in it. */
export type WeatherApi = {
  weather(): WeatherView;
  saveWeather(settings: WeatherSettings): Answer<null>;
  switchWeather(input: WeatherSwitchInput): Answer<null>;
  /** Asks the weather service now; resolves when every place has been asked or given up. */
  refreshWeather(): Promise<Answer<null>>;
};
